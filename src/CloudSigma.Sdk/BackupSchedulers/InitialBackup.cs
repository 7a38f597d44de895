// The first full backup of a scheduler.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The one-off first full backup of a scheduler, for migrations (guide 23); all members are absent when there is none.</summary>
public sealed record InitialBackup : ApiModel
{
    /// <summary>Days of the week: a list of <c>mon</c> to <c>sun</c>, or of <c>*</c>.</summary>
    [JsonIgnore]
    public ScheduleField DayOfWeek { get => _dayOfWeek.Or(ScheduleField.Unused); init => _dayOfWeek = new(value); }
    [JsonInclude, JsonPropertyName("day_of_week")] internal Member<ScheduleField> _dayOfWeek;

    /// <summary>Start of the daily window.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public ScheduleTime? StartTime { get => _startTime.Value; init => _startTime = new(value); }
    [JsonInclude, JsonPropertyName("start_time")] internal Member<ScheduleTime> _startTime;

    /// <summary>End of the daily window.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public ScheduleTime? EndTime { get => _endTime.Value; init => _endTime = new(value); }
    [JsonInclude, JsonPropertyName("end_time")] internal Member<ScheduleTime> _endTime;
}
