// What a schedule refuses, and what it tells the caller to do instead.
namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class ScheduleArgumentTests
{
    private static readonly BackupSchedule Hourly = BackupSchedule.Every(TimeSpan.FromHours(1));

    [Theory]
    [InlineData("00:00:00", "longer than zero")]
    [InlineData("-00:05:00", "longer than zero")]
    [InlineData("00:00:30", "whole minutes")]
    [InlineData("00:05:00.5", "whole minutes")]
    [InlineData("01:30:00", "not every 90 minutes. Use every 1 or 2 hours, or name all 16 times from 00:00 and 01:30 to 22:30 with BackupSchedule.At(...)")]
    [InlineData("01:01:00", "not every 61 minutes. Use every 1 or 2 hours.")]
    [InlineData("23:30:00", "not every 1410 minutes. Use every 23 hours.")]
    [InlineData("1.00:00:00", "at most every 23 hours. For once a day use BackupSchedule.At(...)")]
    [InlineData("10675199.02:48:00", "at most every 23 hours")]
    public void Interval_that_the_api_cannot_say_is_refused(string interval, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => BackupSchedule.Every(TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("interval", error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_minutes_are_an_hour() => Assert.Equal(Hourly, BackupSchedule.Every(TimeSpan.FromMinutes(60)));

    [Fact]
    public void Empty_lists_are_refused()
    {
        Assert.Equal("times", Assert.Throws<ArgumentException>(() => BackupSchedule.At()).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentException>(() => Hourly.OnDays()).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentException>(() => Hourly.OnDaysOfMonth()).ParamName);
        Assert.Equal("months", Assert.Throws<ArgumentException>(() => Hourly.InMonths()).ParamName);
        Assert.Equal("rules", Assert.Throws<ArgumentException>(() => RetentionPolicy.Keep()).ParamName);
    }

    [Fact]
    public void Null_lists_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => BackupSchedule.At(null!));
        Assert.Throws<ArgumentNullException>(() => Hourly.OnDays(null!));
        Assert.Equal("days", Assert.Throws<ArgumentNullException>(() => Hourly.OnDaysOfMonth(null!)).ParamName);
        Assert.Throws<ArgumentNullException>(() => Hourly.InMonths(null!));
        Assert.Throws<ArgumentException>(() => RetentionPolicy.Keep((RetentionRule)null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(-1)]
    public void Day_of_no_month_is_refused(int day)
    {
        Assert.Contains("from 1 to 31", Assert.Throws<ArgumentOutOfRangeException>(() => Hourly.OnDaysOfMonth(1, day)).Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to 31", Assert.Throws<ArgumentOutOfRangeException>(() => RetentionRule.Months(1, day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.SonFatherGrandfather(1, 1, 1, null, day));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void Month_of_no_year_is_refused(int month) =>
        Assert.Contains("from 1 to 12", Assert.Throws<ArgumentOutOfRangeException>(() => Hourly.InMonths(month)).Message, StringComparison.Ordinal);

    [Fact]
    public void Day_of_no_week_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hourly.OnDays((DayOfWeek)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionRule.Weeks(1, (DayOfWeek)(-1)));
    }

    [Fact]
    public void Times_with_seconds_are_refused()
    {
        var time = new TimeOnly(3, 0, 30);
        Assert.Contains("03:00:30", Assert.Throws<ArgumentException>(() => BackupSchedule.At(time)).Message, StringComparison.Ordinal);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => Hourly.Between(time, new TimeOnly(4, 0))).ParamName);
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => Hourly.Between(new TimeOnly(4, 0), time)).ParamName);
        Assert.Throws<ArgumentException>(() => Hourly.Between(new TimeOnly(4, 0), new TimeOnly(4, 0)));
    }

    [Fact]
    public void Times_that_are_not_all_pairs_of_hours_and_minutes_go_with_weekdays_only()
    {
        var odd = BackupSchedule.At(new(2, 0), new(22, 15));

        Assert.Contains("02:00,22:15", Assert.Throws<ArgumentException>(() => odd.OnDaysOfMonth(1)).Message, StringComparison.Ordinal);
        Assert.Equal("months", Assert.Throws<ArgumentException>(() => odd.InMonths(1)).ParamName);
        Assert.Equal("02:00,22:15", odd.OnDays(DayOfWeek.Monday).ToManualIncrementalBackup());
    }

    [Fact]
    public void Conditions_are_kept_in_order_and_once_each_and_leave_the_first_schedule_alone()
    {
        var schedule = BackupSchedule.At(new(6, 0), new(2, 0), new(6, 0)).OnDays(DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Sunday);

        Assert.Equal([new TimeOnly(2, 0), new TimeOnly(6, 0)], schedule.Times);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Sunday], schedule.Days);
        Assert.Equal([DayOfWeek.Friday], schedule.OnDays(DayOfWeek.Friday).Days);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Sunday], schedule.Days);
        Assert.Equal([1, 15], schedule.OnDaysOfMonth(15, 1, 15).DaysOfMonth);
        Assert.Empty(schedule.DaysOfMonth);
    }

    [Theory]
    [InlineData(12, 0, 11, 45, true, true)]
    [InlineData(0, 0, 23, 45, true, false)]
    [InlineData(7, 0, 19, 0, false, false)]
    [InlineData(22, 0, 4, 0, false, true)]
    public void Window_knows_midnight_and_all_day(int startHour, int startMinute, int endHour, int endMinute, bool isAllDay, bool crosses)
    {
        var window = Hourly.Between(new(startHour, startMinute), new(endHour, endMinute)).Window!.Value;

        Assert.Equal(isAllDay, window.IsAllDay);
        Assert.Equal(crosses, window.CrossesMidnight);
    }

    [Fact]
    public void Time_zones_are_named_by_iana()
    {
        Assert.Equal("Etc/UTC", BackupTimeZone.FromTimeZoneInfo(TimeZoneInfo.Utc));
        Assert.Equal("Europe/Zurich", BackupTimeZone.FromTimeZoneInfo(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")));
        var made = TimeZoneInfo.CreateCustomTimeZone("Office", TimeSpan.FromHours(1), "Office", "Office");
        Assert.Contains("'Office'", Assert.Throws<ArgumentException>(() => BackupTimeZone.FromTimeZoneInfo(made)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_zone_of_windows_is_translated_or_refused_by_its_name()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("W. Europe Standard Time", TimeSpan.FromHours(1), "Berlin", "Berlin");

        // Without globalization data, as in containers, there is nothing to translate by.
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out _)) Assert.Equal("Europe/Berlin", BackupTimeZone.FromTimeZoneInfo(zone));
        else Assert.Contains("'W. Europe Standard Time'", Assert.Throws<ArgumentException>(() => BackupTimeZone.FromTimeZoneInfo(zone)).Message, StringComparison.Ordinal);
    }
}
