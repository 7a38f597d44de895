// Whatever a schedule says survives the way through JSON, as the server may rewrite it too.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class ScheduleRoundTripTests
{
    private const int Seed = 20230;
    private const int Rounds = 3000;

    public static TheoryData<int> MinuteSteps => [.. Enumerable.Range(1, 59)];

    public static TheoryData<int> HourSteps => [.. Enumerable.Range(1, 23)];

    [Theory]
    [MemberData(nameof(MinuteSteps))]
    public void Every_step_of_minutes_survives(int minutes) => Survives(BackupSchedule.Every(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [MemberData(nameof(HourSteps))]
    public void Every_step_of_hours_survives(int hours) => Survives(BackupSchedule.Every(TimeSpan.FromHours(hours)));

    [Fact]
    public void Every_time_of_the_day_survives()
    {
        for (var minute = 0; minute < 1440; minute++) Survives(BackupSchedule.At(TimeOnly.MinValue.AddMinutes(minute)));
    }

    [Fact]
    public void Every_set_of_weekdays_survives()
    {
        for (var set = 1; set < 128; set++)
        {
            var days = Enumerable.Range(0, 7).Where(d => (set & (1 << d)) != 0).Select(static d => (DayOfWeek)d).ToList();
            Survives(BackupSchedule.Every(TimeSpan.FromHours(1)).OnDays(days));
            Survives(BackupSchedule.At(new(1, 5), new(2, 10)).OnDays(days));
        }
    }

    [Fact]
    public void Every_combination_of_conditions_survives()
    {
        BackupSchedule[] starts =
        [
            BackupSchedule.Every(TimeSpan.FromMinutes(7)), BackupSchedule.Every(TimeSpan.FromHours(6)), BackupSchedule.At(new TimeOnly(3, 5)), BackupSchedule.At(new(3, 5), new(4, 5)),
        ];
        Func<BackupSchedule, BackupSchedule>[] conditions =
        [
            static s => s.OnDays(DayOfWeek.Sunday, DayOfWeek.Monday), static s => s.OnDaysOfMonth(31, 1), static s => s.InMonths(12, 1), static s => s.Between(new(22, 0), new(4, 30)),
        ];
        foreach (var start in starts)
        {
            for (var set = 0; set < 1 << conditions.Length; set++)
                Survives(conditions.Where((_, i) => (set & (1 << i)) != 0).Aggregate(start, static (schedule, add) => add(schedule)));
        }
    }

    [Fact]
    public void Random_schedules_survive()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++) Survives(Make(random));
    }

    [Fact]
    public void Random_policies_survive()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var policy = RetentionPolicy.Keep([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Rule(random))]);
            var json = JsonSerializer.Serialize(policy, SdkJson.Context.RetentionPolicy);
            Assert.Equal(policy, JsonSerializer.Deserialize(json, SdkJson.Context.RetentionPolicy));
            Assert.Equal(policy, JsonSerializer.Deserialize(Split(json), SdkJson.Context.RetentionPolicy));
            Assert.Equal(policy.GetHashCode(), JsonSerializer.Deserialize(json, SdkJson.Context.RetentionPolicy)!.GetHashCode());
        }
    }

    private static void Survives(BackupSchedule schedule)
    {
        var json = JsonSerializer.Serialize(schedule.ToIncrementalBackup(), SdkJson.Context.IncrementalBackup);
        Assert.Equal(schedule, ScheduleReader.Read(JsonSerializer.Deserialize(json, SdkJson.Context.IncrementalBackup), schedule.ToManualIncrementalBackup()));
        Assert.Equal(schedule, ScheduleReader.Read(JsonSerializer.Deserialize(AsAnswered(json), SdkJson.Context.IncrementalBackup), schedule.ToManualIncrementalBackup()));
    }

    /// <summary>What the recorded answers make of a request: several months as a list, minutes without leading zero, days that do not matter as one empty text.</summary>
    private static string AsAnswered(string json)
    {
        var node = JsonNode.Parse(json)!;
        if ((string)node["month"]! is var months && months.Contains(',', StringComparison.Ordinal)) node["month"] = new JsonArray([.. months.Split(',').Select(static m => (JsonNode)m)]);
        if ((string)node["minute"]! is "00") node["minute"] = "0";
        if ((string)node["day_of_week"]![0]! is "*") node["day_of_week"] = new JsonArray("");
        if ((string)node["day_of_month"]! is "*") node["day_of_month"] = "";
        return node.ToJsonString();
    }

    private static string Split(string policy)
    {
        var node = JsonNode.Parse(policy)!;
        var rules = new JsonArray();
        foreach (var rule in node["rules"]!.AsArray())
        {
            var copy = rule!.DeepClone().AsObject();
            var option = copy["time_option"];
            copy.Remove("time_option");
            rules.Add(copy);
            if (option is not null) rules.Add(new JsonObject { ["time_option"] = (int)option });
        }

        node["rules"] = rules;
        return node.ToJsonString();
    }

    private static BackupSchedule Make(Random random)
    {
        var times = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Time(random)).ToList();
        var schedule = random.Next(3) switch
        {
            0 => BackupSchedule.Every(TimeSpan.FromMinutes(random.Next(1, 60))),
            1 => BackupSchedule.Every(TimeSpan.FromHours(random.Next(1, 24))),
            _ => BackupSchedule.At(times),
        };
        if (random.Next(2) == 0) schedule = schedule.OnDays([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (DayOfWeek)random.Next(7))]);
        if (schedule.Times.Count <= 1)
        {
            if (random.Next(2) == 0) schedule = schedule.OnDaysOfMonth([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 32))]);
            if (random.Next(2) == 0) schedule = schedule.InMonths([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 13))]);
        }

        var (start, end) = (Time(random), Time(random));
        return random.Next(2) == 0 && start != end ? schedule.Between(start, end) : schedule;
    }

    private static TimeOnly Time(Random random) => new(random.Next(24), random.Next(60));

    private static RetentionRule Rule(Random random) => random.Next(5) switch
    {
        0 => RetentionRule.Days(random.Next(1, 400)),
        1 => RetentionRule.Weeks(random.Next(1, 60)),
        2 => RetentionRule.Weeks(random.Next(1, 60), (DayOfWeek)random.Next(7)),
        3 => RetentionRule.Months(random.Next(1, 40)),
        _ => RetentionRule.Months(random.Next(1, 40), random.Next(1, 32)),
    };
}
