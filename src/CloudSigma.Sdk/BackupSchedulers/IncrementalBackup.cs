// When a scheduler works, member by member.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>When a backup scheduler makes backups, as the API writes it (guide 23). <see cref="BackupSchedule"/> reads and writes it.</summary>
/// <remarks>Members that are not used are <c>*</c> or empty. Every form is kept as it was read: a text, a list of texts, or a number.</remarks>
public sealed record IncrementalBackup : ApiModel
{
    /// <summary>Days of the month: <c>1</c>, <c>1,15</c>, <c>*</c> or empty.</summary>
    [JsonIgnore]
    public ScheduleField DayOfMonth { get => _dayOfMonth.Or(ScheduleField.Unused); init => _dayOfMonth = new(value); }
    [JsonInclude, JsonPropertyName("day_of_month")] internal Member<ScheduleField> _dayOfMonth;

    /// <summary>Days of the week: a list of <c>mon</c> to <c>sun</c>, of <c>*</c>, or of one empty text.</summary>
    [JsonIgnore]
    public ScheduleField DayOfWeek { get => _dayOfWeek.Or(ScheduleField.Unused); init => _dayOfWeek = new(value); }
    [JsonInclude, JsonPropertyName("day_of_week")] internal Member<ScheduleField> _dayOfWeek;

    /// <summary>Months: <c>1</c>, <c>2,4</c>, <c>*</c> or empty. Several come back as a list.</summary>
    [JsonIgnore]
    public ScheduleField Month { get => _month.Or(ScheduleField.Unused); init => _month = new(value); }
    [JsonInclude, JsonPropertyName("month")] internal Member<ScheduleField> _month;

    /// <summary>Hours: <c>23</c>, <c>2,6</c>, <c>*</c> or empty.</summary>
    [JsonIgnore]
    public ScheduleField Hour { get => _hour.Or(ScheduleField.Unused); init => _hour = new(value); }
    [JsonInclude, JsonPropertyName("hour")] internal Member<ScheduleField> _hour;

    /// <summary>Minutes: <c>59</c>, <c>0,30</c>, <c>*</c> or empty.</summary>
    [JsonIgnore]
    public ScheduleField Minute { get => _minute.Or(ScheduleField.Unused); init => _minute = new(value); }
    [JsonInclude, JsonPropertyName("minute")] internal Member<ScheduleField> _minute;

    /// <summary>How often it repeats.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public ScheduleRepeat? Repeat { get => _repeat.Value; init => _repeat = new(value); }
    [JsonInclude, JsonPropertyName("repeat")] internal Member<ScheduleRepeat> _repeat;

    /// <summary>Start of the daily window. It may lie after the end: then the window crosses midnight.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public ScheduleTime? StartTime { get => _startTime.Value; init => _startTime = new(value); }
    [JsonInclude, JsonPropertyName("start_time")] internal Member<ScheduleTime> _startTime;

    /// <summary>End of the daily window.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public ScheduleTime? EndTime { get => _endTime.Value; init => _endTime = new(value); }
    [JsonInclude, JsonPropertyName("end_time")] internal Member<ScheduleTime> _endTime;
}
