// Every documented wish has a schedule that writes the documented texts and is read back from them.
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class ScheduleWishTests
{
    private const string NoWindow = """ "start_time": {"hour": "", "minute": ""}, "end_time": {"hour": "", "minute": ""} """;

    private static readonly Dictionary<string, (BackupSchedule Schedule, string Incremental, string Manual)> Wishes = new()
    {
        ["every 45 minutes"] = (
            BackupSchedule.Every(TimeSpan.FromMinutes(45)),
            $$"""{"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "*", "minute": "*", "repeat": {"hour": "", "minute": "*/45"}, {{NoWindow}}}""", ""),
        ["every 12 hours"] = (
            BackupSchedule.Every(TimeSpan.FromHours(12)),
            $$"""{"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "", "minute": "", "repeat": {"hour": "*/12", "minute": ""}, {{NoWindow}}}""", ""),
        ["hourly from 20:00 to 23:00"] = (
            BackupSchedule.Every(TimeSpan.FromHours(1)).Between(new TimeOnly(20, 0), new TimeOnly(23, 0)),
            """
            {"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "", "minute": "", "repeat": {"hour": "*/1", "minute": ""},
             "start_time": {"hour": 20, "minute": 0}, "end_time": {"hour": 23, "minute": 0}}
            """, ""),
        ["Sundays at 23:00"] = (
            BackupSchedule.At(new TimeOnly(23, 0)).OnDays(DayOfWeek.Sunday),
            $$"""{"day_of_month": "*", "day_of_week": ["sun"], "month": "*", "hour": "23", "minute": "00", "repeat": {"hour": "", "minute": ""}, {{NoWindow}}}""", ""),
        ["the first of the month"] = (
            BackupSchedule.At(new TimeOnly(23, 59)).OnDaysOfMonth(1),
            $$"""{"day_of_month": "1", "day_of_week": ["*"], "month": "*", "hour": "23", "minute": "59", "repeat": {"hour": "", "minute": ""}, {{NoWindow}}}""", ""),
        ["every second month"] = (
            BackupSchedule.At(new TimeOnly(17, 0)).OnDaysOfMonth(1).InMonths(2, 4, 6, 8, 10, 12),
            $$"""{"day_of_month": "1", "day_of_week": ["*"], "month": "2,4,6,8,10,12", "hour": "17", "minute": "00", "repeat": {"hour": "", "minute": ""}, {{NoWindow}}}""", ""),
        ["given times at the weekend"] = (
            BackupSchedule.At(new(2, 0), new(6, 0), new(20, 0), new(22, 15)).OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday),
            $$"""{"day_of_month": "", "day_of_week": ["sat", "sun"], "month": "", "hour": "", "minute": "", "repeat": {"hour": "", "minute": ""}, {{NoWindow}}}""",
            "02:00,06:00,20:00,22:15"),
        ["weekdays at 3 within a window that is all day"] = (
            BackupSchedule.At(new TimeOnly(3, 0)).OnDays(DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday).Between(new(12, 0), new(11, 45)),
            """
            {"day_of_month": "*", "day_of_week": ["mon", "tue", "wed", "thu", "fri"], "month": "*", "hour": "3", "minute": "00", "repeat": {"hour": "", "minute": ""},
             "start_time": {"hour": 12, "minute": 0}, "end_time": {"hour": 11, "minute": 45}}
            """, ""),
        ["some times on some days of the month"] = (
            BackupSchedule.At(new(14, 30), new(2, 0), new(14, 0), new(2, 30)).OnDaysOfMonth(15, 1),
            $$"""{"day_of_month": "1,15", "day_of_week": ["*"], "month": "*", "hour": "2,14", "minute": "00,30", "repeat": {"hour": "", "minute": ""}, {{NoWindow}}}""", ""),
    };

    public static TheoryData<string> Names => [.. Wishes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Wish_is_written_in_the_documented_texts(string name)
    {
        var (schedule, incremental, manual) = Wishes[name];

        Assert.Null(JsonDifference.Find(JsonText.Parse(incremental), JsonSerializer.SerializeToElement(schedule.ToIncrementalBackup(), SdkJson.Context.IncrementalBackup)));
        Assert.Equal(manual, schedule.ToManualIncrementalBackup());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Wish_is_read_back(string name)
    {
        var (schedule, incremental, manual) = Wishes[name];

        Assert.True(BackupSchedule.TryParse(JsonSerializer.Deserialize(incremental, SdkJson.Context.IncrementalBackup), manual, out var read));
        Assert.Equal(schedule, read);
        Assert.Equal(schedule.GetHashCode(), read.GetHashCode());
        Assert.Equal(schedule.ToString(), read.ToString());
    }

    [Fact]
    public void Wishes_differ()
    {
        var schedules = Wishes.Values.Select(static w => w.Schedule).ToList();
        Assert.Equal(schedules.Count, schedules.Distinct().Count());
        Assert.Equal(schedules.Count, schedules.Select(static s => s.ToString()).Distinct().Count());
    }

    [Fact]
    public void Schedules_are_told_in_words()
    {
        Assert.Equal("every 45 minutes", Wishes["every 45 minutes"].Schedule.ToString());
        Assert.Equal("every hour 20:00-23:00", Wishes["hourly from 20:00 to 23:00"].Schedule.ToString());
        Assert.Equal("at 17:00 on day 1 of the month in month 2,4,6,8,10,12", Wishes["every second month"].Schedule.ToString());
        Assert.Equal("at 02:00,06:00,20:00,22:15 on sat,sun", Wishes["given times at the weekend"].Schedule.ToString());
    }

    [Fact]
    public void Sons_fathers_and_grandfathers_are_written_in_the_documented_texts()
    {
        var policy = RetentionPolicy.SonFatherGrandfather(7, 4, 12, DayOfWeek.Monday, 23);

        Assert.Null(JsonDifference.Find(
            JsonText.Parse("""
                {"name": "Son, Father, GrandFather Policy", "rules": [{"period": "days", "quantity": 7},
                 {"period": "weeks", "quantity": 4, "time_option": 1}, {"period": "months", "quantity": 12, "time_option": 23}]}
                """),
            JsonSerializer.SerializeToElement(policy, SdkJson.Context.RetentionPolicy)));
    }
}
