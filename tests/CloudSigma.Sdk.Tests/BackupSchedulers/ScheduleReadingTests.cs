// What is read from the forms that answers have, and what is not read because a schedule cannot say it.
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Http;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class ScheduleReadingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("""{"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "", "minute": "*", "repeat": {"hour": "", "minute": "*/15"}, "start_time": {"hour": 12, "minute": 0}, "end_time": {"hour": 11, "minute": 45}}""", "", "every 15 minutes 12:00-11:45")]
    [InlineData("""{"day_of_month": "*", "day_of_week": ["*"], "month": "*", "hour": "", "minute": "*", "repeat": {"hour": "*/2", "minute": ""}, "start_time": {"hour": 0, "minute": 0}, "end_time": {"hour": 23, "minute": 45}}""", "", "every 2 hours 00:00-23:45")]
    [InlineData("""{"day_of_month": "1", "day_of_week": [""], "month": ["2", "4"], "hour": "17", "minute": "0", "repeat": {"hour": "", "minute": ""}, "start_time": {"hour": 7, "minute": 0}, "end_time": {"hour": 19, "minute": 0}}""", "", "at 17:00 on day 1 of the month in month 2,4 07:00-19:00")]
    [InlineData("""{"day_of_month": "", "day_of_week": ["sat", "sun"], "month": "", "hour": "", "minute": "", "repeat": {"hour": "", "minute": ""}}""", "02:00,22:15", "at 02:00,22:15 on sat,sun")]
    [InlineData("""{"day_of_month": 1, "day_of_week": "SUN,mon", "month": [2, "4"], "hour": 23, "minute": 5}""", "", "at 23:05 on mon,sun on day 1 of the month in month 2,4")]
    [InlineData("""{"hour": "2,14", "minute": "0,30", "start_time": {"hour": "20", "minute": "00"}, "end_time": {"hour": "23", "minute": "00"}}""", "", "at 02:00,02:30,14:00,14:30 20:00-23:00")]
    [InlineData("""{"hour": "3", "minute": "0", "day_of_month": null, "day_of_week": [], "month": null, "repeat": null, "start_time": null, "end_time": {"hour": "", "minute": ""}}""", "", "at 03:00")]
    [InlineData("""{"day_of_month": "nonsense", "hour": "5", "day_of_week": ["tue"]}""", " 2:00 , 06:00", "at 02:00,06:00 on tue")]
    public void Known_forms_are_read(string incremental, string manual, string words) => Assert.Equal(words, Read(incremental, manual)?.ToString());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hour": "*", "minute": "*"}""")]
    [InlineData("""{"hour": "*", "minute": "30"}""")]
    [InlineData("""{"hour": "3", "minute": "*"}""")]
    [InlineData("""{"hour": "3", "minute": ""}""")]
    [InlineData("""{"hour": "24", "minute": "0"}""")]
    [InlineData("""{"hour": "8-18", "minute": "0"}""")]
    [InlineData("""{"hour": "3", "minute": "60"}""")]
    [InlineData("""{"hour": "-3", "minute": "0"}""")]
    [InlineData("""{"hour": "3", "minute": "0", "day_of_month": "32"}""")]
    [InlineData("""{"hour": "3", "minute": "0", "day_of_month": "last"}""")]
    [InlineData("""{"hour": "3", "minute": "0", "month": "0"}""")]
    [InlineData("""{"hour": "3", "minute": "0", "month": ["2", "*"]}""")]
    [InlineData("""{"hour": "3", "minute": "0", "day_of_week": ["mon-fri"]}""")]
    [InlineData("""{"hour": "3", "minute": "0", "day_of_week": ["*", "mon"]}""")]
    [InlineData("""{"hour": "3", "minute": "0", "repeat": {"hour": "*/2"}}""")]
    [InlineData("""{"hour": "*", "minute": "30", "repeat": {"hour": "*/2"}}""")]
    [InlineData("""{"hour": "8,9", "minute": "*", "repeat": {"minute": "*/15"}}""")]
    [InlineData("""{"repeat": {"hour": "*/24"}}""")]
    [InlineData("""{"repeat": {"hour": "*/0"}}""")]
    [InlineData("""{"repeat": {"minute": "*/60"}}""")]
    [InlineData("""{"repeat": {"minute": "15"}}""")]
    [InlineData("""{"repeat": {"minute": "*"}}""")]
    [InlineData("""{"repeat": {"hour": "*/1", "minute": "*/15"}}""")]
    [InlineData("""{"repeat": {"minute": ["*/15", "*/20"]}}""")]
    [InlineData("""{"hour": "3", "minute": "0", "start_time": {"hour": 7, "minute": 0}}""")]
    [InlineData("""{"hour": "3", "minute": "0", "start_time": {"hour": 7, "minute": ""}, "end_time": {"hour": 8, "minute": 0}}""")]
    [InlineData("""{"hour": "3", "minute": "0", "start_time": {"hour": 7, "minute": 0}, "end_time": {"hour": 7, "minute": 0}}""")]
    [InlineData("""{"hour": "3", "minute": "0", "start_time": {"hour": "*", "minute": "*"}, "end_time": {"hour": "*", "minute": "*"}}""")]
    [InlineData("{}", "24:00")]
    [InlineData("{}", "02:00;03:00")]
    [InlineData("{}", "02:00:30")]
    [InlineData("{}", ",")]
    [InlineData("""{"day_of_week": ["someday"]}""", "02:00")]
    public void What_a_schedule_cannot_say_is_no_schedule(string incremental, string manual = "")
    {
        Assert.Null(Read(incremental, manual));
        Assert.False(BackupSchedule.TryParse(JsonSerializer.Deserialize(incremental, SdkJson.Context.IncrementalBackup), manual, out var schedule));
        Assert.Null(schedule);
    }

    [Fact]
    public void Nothing_is_no_schedule()
    {
        Assert.False(BackupSchedule.TryParse(null, null, out _));
        Assert.Null(new BackupScheduler().Schedule);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[[1]]")]
    public void Member_that_is_neither_text_nor_number_nor_list_is_an_error(string hour) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"hour": {{hour}}}""", SdkJson.Context.IncrementalBackup));

    [Fact]
    public void Every_documented_scheduler_has_a_schedule()
    {
        if (ExampleFolder.Path is null) return;
        var schedulers = ExampleFolder.Names.Select(ExampleFolder.Load)
            .Where(static e => e.Kind != HttpExampleKind.Other && e.Body.Length > 0 && e.JsonProblem is null)
            .SelectMany(static e => e.Json.ValueKind == JsonValueKind.Object && e.Json.TryGetProperty("objects", out var objects) && objects.ValueKind == JsonValueKind.Array ? [.. objects.EnumerateArray()] : new[] { e.Json })
            .Where(static o => o.ValueKind == JsonValueKind.Object && o.TryGetProperty("incremental_backup", out _))
            .Select(static o => JsonSerializer.Deserialize(o, SdkJson.Context.BackupScheduler)!).ToList();
        foreach (var scheduler in schedulers) output.WriteLine($"{scheduler.Name}: {scheduler.Schedule}; {string.Join(", ", scheduler.Retention?.Rules ?? [])}");

        Assert.NotEmpty(schedulers);
        Assert.All(schedulers, static s => Assert.NotNull(s.Schedule));
        Assert.All(schedulers, static s => Assert.DoesNotContain(s.Retention?.Rules ?? [], static r => r.Fault() is not null || r.Period.Value.Length == 0));
        // Read, written anew and read again, it is still the same schedule.
        Assert.All(schedulers, static s => Assert.Equal(s.Schedule, s.WithSchedule(s.Schedule!).Schedule));
    }

    private static BackupSchedule? Read(string incremental, string manual) => new BackupScheduler
    {
        IncrementalBackup = JsonSerializer.Deserialize(incremental, SdkJson.Context.IncrementalBackup),
        ManualIncrementalBackup = manual,
    }.Schedule;
}
