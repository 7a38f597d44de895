// The decision what is kept: each rule, the union of rules, and the days of the time zone.
using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.BackupSchedulers;

namespace CloudSigma.Emulator.Tests.BackupSchedulers;

public sealed class RetentionPolicyTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Now = Moment("2026-07-15 12:00");

    [Theory]
    [InlineData("days", 2, null, "2026-07-13 12:01", true)]
    [InlineData("days", 2, null, "2026-07-13 12:00", false)]
    [InlineData("weeks", 3, null, "2026-06-24 12:01", true)]
    [InlineData("weeks", 3, null, "2026-06-24 12:00", false)]
    [InlineData("months", 12, null, "2025-07-15 12:01", true)]
    [InlineData("months", 12, null, "2025-07-15 12:00", false)]
    [InlineData("weeks", 4, 1, "2026-07-13 09:00", true)]
    [InlineData("weeks", 4, 1, "2026-07-14 09:00", false)]
    [InlineData("weeks", 4, 1, "2026-06-15 09:00", false)]
    [InlineData("weeks", 4, 0, "2026-07-12 09:00", true)]
    [InlineData("weeks", 4, 6, "2026-07-11 09:00", true)]
    [InlineData("months", 12, 23, "2025-08-23 09:00", true)]
    [InlineData("months", 12, 23, "2025-08-24 09:00", false)]
    [InlineData("months", 12, 23, "2025-06-23 09:00", false)]
    [InlineData("months", 12, 31, "2026-06-30 09:00", true)]
    [InlineData("months", 12, 31, "2026-05-30 09:00", false)]
    [InlineData("months", 2147483647, null, "2006-01-01 09:00", true)]
    public void One_rule(string period, int quantity, int? option, string made, bool kept) =>
        Assert.Equal(kept, new RetentionPolicy([new RetentionRule(period, quantity, option)]).Keeps(Moment(made), Now, TimeZoneInfo.Utc));

    [Fact]
    public void No_rules_keep_everything()
    {
        var policy = RetentionPolicy.Read(new JsonObject { ["retention_policy"] = new JsonObject() });
        Assert.True(policy.KeepsAll);
        Assert.True(policy.Keeps(Moment("2006-01-01 00:00"), Now, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Son_father_and_grandfather_leave_a_week_four_mondays_and_a_day_of_each_month()
    {
        var policy = RetentionPolicy.Read(JsonNode.Parse("""
            {"retention_policy": {"name": "x", "rules": [
                {"period": "days", "quantity": 7}, {"period": "weeks", "quantity": 4, "time_option": 1}, {"period": "months", "quantity": 12, "time_option": 23}]}}
            """)!.AsObject());
        var kept = Enumerable.Range(0, 500).Select(static days => Now.AddDays(-days)).Where(made => policy.Keeps(made, Now, TimeZoneInfo.Utc));
        Assert.Equal(
            "0715 0714 0713 0712 0711 0710 0709 0706 0629 0623 0622 0523 0423 0323 0223 0123 1223 1123 1023 0923 0823 0723",
            string.Join(' ', kept.Select(static made => made.ToString("MMdd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Days_are_those_of_the_time_zone()
    {
        var policy = new RetentionPolicy([new RetentionRule("weeks", 4, 1)]);
        var sundayEvening = Moment("2026-07-12 23:00");
        Assert.False(policy.Keeps(sundayEvening, Now, TimeZoneInfo.Utc));
        Assert.True(policy.Keeps(sundayEvening, Now, TimeZoneNames.Find("Europe/Zurich")));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
