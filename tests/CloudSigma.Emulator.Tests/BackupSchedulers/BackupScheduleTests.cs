// The calculation of due moments: patterns, windows, calendars and changes of the clock.
using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.BackupSchedulers;

namespace CloudSigma.Emulator.Tests.BackupSchedulers;

public sealed class BackupScheduleTests
{
    private const string AnyDay = """ "day_of_week": ["*"], "day_of_month": "*", "month": "*" """;
    private const string NoRepeat = """ "repeat": {"hour": "", "minute": ""} """;
    private const string NoWindow = """ "start_time": {"hour": "", "minute": ""}, "end_time": {"hour": "", "minute": ""} """;

    [Theory]
    // 2026-01-02 is a Friday.
    [InlineData("every 45 minutes", AnyDay, """ "hour": "*", "minute": "*", "repeat": {"hour": "", "minute": "*/45"} """, NoWindow, "01-02 00:45, 01-02 01:30, 01-02 02:15, 01-02 03:00")]
    [InlineData("every 12 hours", """ "day_of_week": [""], "day_of_month": "", "month": "" """, """ "hour": "", "minute": "", "repeat": {"hour": "*/12", "minute": ""} """, NoWindow, "01-02 12:00, 01-03 00:00, 01-03 12:00")]
    [InlineData("hourly in the evening", AnyDay, """ "hour": "", "minute": "*", "repeat": {"hour": "*/1", "minute": ""} """, """ "start_time": {"hour": 20, "minute": 0}, "end_time": {"hour": 23, "minute": 0} """, "01-02 20:00, 01-02 21:00, 01-02 22:00, 01-02 23:00, 01-03 20:00")]
    [InlineData("over midnight", AnyDay, """ "hour": "", "minute": "", "repeat": {"hour": "*/1", "minute": ""} """, """ "start_time": {"hour": 22, "minute": 30}, "end_time": {"hour": 1, "minute": 0} """, "01-02 01:00, 01-02 23:00, 01-03 00:00, 01-03 01:00, 01-03 23:00")]
    [InlineData("Sundays", """ "day_of_week": ["sun"], "day_of_month": "*", "month": "*" """, """ "hour": "23", "minute": "00", """ + NoRepeat, NoWindow, "01-04 23:00, 01-11 23:00")]
    [InlineData("first of the month", """ "day_of_week": [""], "day_of_month": "1", "month": "" """, """ "hour": "23", "minute": "59", """ + NoRepeat, NoWindow, "02-01 23:59, 03-01 23:59")]
    [InlineData("every second month", """ "day_of_week": [""], "day_of_month": "1", "month": ["2","4","6"] """, """ "hour": "17", "minute": "0", """ + NoRepeat, NoWindow, "02-01 17:00, 04-01 17:00, 06-01 17:00")]
    [InlineData("two hours and two minutes", AnyDay, """ "hour": "3,4", "minute": "0,30", """ + NoRepeat, NoWindow, "01-02 03:00, 01-02 03:30, 01-02 04:00, 01-02 04:30, 01-03 03:00")]
    [InlineData("a quarter past every sixth hour", AnyDay, """ "hour": "", "minute": "15", "repeat": {"hour": "*/6", "minute": ""} """, NoWindow, "01-02 00:15, 01-02 06:15, 01-02 12:15")]
    [InlineData("hours and minutes together", AnyDay, """ "hour": "", "minute": "", "repeat": {"hour": "*/10", "minute": "*/30"} """, NoWindow, "01-02 10:30, 01-02 21:00, 01-03 00:00")]
    [InlineData("31st", """ "day_of_week": ["*"], "day_of_month": "31", "month": "*" """, """ "hour": "", "minute": "", """ + NoRepeat, NoWindow, "01-31 00:00, 03-31 00:00, 05-31 00:00")]
    [InlineData("weekday and day", """ "day_of_week": ["fri"], "day_of_month": "13", "month": "*" """, """ "hour": "1", "minute": "", """ + NoRepeat, NoWindow, "02-13 01:00, 03-13 01:00, 11-13 01:00")]
    [InlineData("window of the whole day", AnyDay, """ "hour": "1", "minute": "0", """ + NoRepeat, """ "start_time": {"hour": 12, "minute": 0}, "end_time": {"hour": 11, "minute": 45} """, "01-02 01:00, 01-03 01:00")]
    public void Wishes_of_the_documentation_and_some_more(string wish, string days, string times, string window, string expected)
    {
        Assert.NotEmpty(wish);
        Assert.Equal(expected, Walk(Schedule($$"""{ {{days}}, {{times}}, {{window}} }"""), Moment("2026-01-02 00:00"), expected.Split(',').Length));
    }

    [Fact]
    public void Given_times_count_with_weekdays_and_window_only()
    {
        var schedule = Schedule(
            """{"day_of_week": ["sat", "sun"], "day_of_month": "9", "month": "7", "hour": "1", "minute": "1", "repeat": {"hour": "*/5", "minute": ""}, "start_time": {"hour": 7, "minute": 0}, "end_time": {"hour": 2, "minute": 0}}""",
            manual: "22:15,02:00, 6:00");
        Assert.Equal("01-03 02:00, 01-03 22:15, 01-04 02:00, 01-04 22:15, 01-10 02:00", Walk(schedule, Moment("2026-01-02 00:00"), 5));
    }

    [Fact]
    public void A_schedule_that_operates_continuously_has_no_window()
    {
        const string Members = $$"""{ {{AnyDay}}, "hour": "3", "minute": "0", {{NoRepeat}}, "start_time": {"hour": 7, "minute": 0}, "end_time": {"hour": 19, "minute": 0} }""";
        Assert.Null(Schedule(Members).NextAfter(Moment("2026-01-02 00:00")));
        Assert.Equal("01-02 03:00", Walk(Schedule(Members, continuous: true), Moment("2026-01-02 00:00"), 1));
    }

    [Fact]
    public void What_never_comes_is_never_due_and_what_is_rare_is_found()
    {
        Assert.Null(Daily("1", "0", "30", "2").NextAfter(Moment("2026-01-02 00:00")));
        Assert.Equal(Moment("2028-02-29 01:00"), Daily("1", "0", "29", "2").NextAfter(Moment("2026-01-02 00:00")));
        // 2100 is no leap year; from a Sunday in 2088 it takes 40 years.
        Assert.Equal(Moment("2128-02-29 01:00"), Daily("1", "0", "29", "2", "sun").NextAfter(Moment("2088-03-01 00:00")));
    }

    [Fact]
    public void The_next_moment_is_after_the_given_one_by_the_tick()
    {
        var schedule = Daily("1", "0");
        Assert.Equal(Moment("2026-01-02 01:00"), schedule.NextAfter(Moment("2026-01-02 01:00").AddTicks(-1)));
        Assert.Equal(Moment("2026-01-03 01:00"), schedule.NextAfter(Moment("2026-01-02 01:00")));
    }

    [Theory]
    [InlineData("Etc/GMT+12", "2026-01-02 00:00", "2026-01-02 13:00")]
    [InlineData("Asia/Katmandu", "2026-01-02 00:00", "2026-01-02 19:15")]
    [InlineData("Pacific/Apia", "2026-01-02 00:00", "2026-01-02 12:00")]
    public void Days_and_hours_are_those_of_the_time_zone(string zone, string after, string expected) =>
        Assert.Equal(Moment(expected), Daily("1", "0", zone: zone).NextAfter(Moment(after)));

    [Fact]
    public void A_fixed_time_that_summer_time_leaves_out_happens_by_the_old_clock() =>
        // In Zurich the hour from 02:00 to 03:00 is missing on 29 March 2026.
        Assert.Equal("03-28 01:30, 03-29 01:30, 03-30 00:30", Walk(Daily("2", "30", zone: "Europe/Zurich"), Moment("2026-03-27 12:00"), 3));

    [Fact]
    public void A_fixed_time_that_comes_twice_happens_once() =>
        // The hour from 02:00 to 03:00 comes twice on 25 October 2026.
        Assert.Equal("10-24 00:30, 10-25 00:30, 10-26 01:30", Walk(Daily("2", "30", zone: "Europe/Zurich"), Moment("2026-10-23 12:00"), 3));

    [Theory]
    [InlineData("2026-03-29 00:00")]
    [InlineData("2026-10-25 00:00")]
    [InlineData("2026-10-24 21:00")]
    public void A_repetition_goes_on_when_the_clock_is_changed(string from)
    {
        var schedule = Schedule($$"""{ {{AnyDay}}, "hour": "*", "minute": "*", "repeat": {"hour": "", "minute": "*/30"}, {{NoWindow}} }""", zone: "Europe/Zurich");
        var moment = Moment(from);
        for (var i = 0; i < 20; i++)
        {
            var next = schedule.NextAfter(moment)!.Value;
            Assert.Equal(TimeSpan.FromMinutes(30), next - moment);
            moment = next;
        }
    }

    [Fact]
    public void A_clock_that_is_changed_at_midnight_loses_no_day()
    {
        // In Havana midnight is missing on 8 March 2026, and the hour after it comes twice on 1 November.
        var schedule = Daily("0", "0", zone: "America/Havana");
        Assert.Equal("03-07 05:00, 03-08 05:00, 03-09 04:00", Walk(schedule, Moment("2026-03-06 12:00"), 3));
        Assert.Equal("10-31 04:00, 11-01 04:00, 11-02 05:00", Walk(schedule, Moment("2026-10-30 12:00"), 3));
    }

    [Fact]
    public void All_allowed_time_zones_are_named_once_and_can_be_calculated_with()
    {
        Assert.Equal(429 + 1, TimeZoneNames.All.Count);
        Assert.Contains("Etc/UTC", TimeZoneNames.All.AsEnumerable());
        Assert.All(TimeZoneNames.All, static name =>
        {
            if (!TimeZoneNames.IsKnownHere(name)) return;
            var next = Daily("12", "0", zone: name).NextAfter(Moment("2026-01-02 00:00"))!.Value;
            Assert.Equal(12, TimeZoneInfo.ConvertTime(next, TimeZoneNames.Find(name)).Hour);
        });
        Assert.Same(TimeZoneInfo.Utc, TimeZoneNames.Find("Nowhere/Land"));
    }

    private static BackupSchedule Daily(string hour, string minute, string day = "*", string month = "*", string weekday = "*", string zone = "Etc/UTC") => Schedule(
        $$"""{"day_of_week": ["{{weekday}}"], "day_of_month": "{{day}}", "month": "{{month}}", "hour": "{{hour}}", "minute": "{{minute}}", {{NoRepeat}}, {{NoWindow}} }""", zone: zone);

    private static BackupSchedule Schedule(string members, string manual = "", bool continuous = false, string zone = "Etc/UTC") => BackupSchedule.Read(
        new JsonObject { ["incremental_backup"] = JsonNode.Parse(members), ["manual_incremental_backup"] = manual, ["is_default"] = continuous },
        TimeZoneNames.Find(zone));

    private static string Walk(BackupSchedule schedule, DateTimeOffset from, int count)
    {
        var moments = new List<string>();
        for (var moment = from; moments.Count < count;)
        {
            moment = schedule.NextAfter(moment)!.Value;
            moments.Add(moment.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        return string.Join(", ", moments);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
