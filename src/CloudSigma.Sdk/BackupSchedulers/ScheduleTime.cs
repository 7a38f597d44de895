// An hour and a minute as a scheduler has them.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The start or the end of the daily window of a scheduler: numbers, texts, or empty texts for no window.</summary>
public sealed record ScheduleTime : ApiModel
{
    /// <summary>Hour, 0 to 23; empty without a window.</summary>
    [JsonIgnore]
    public ScheduleField Hour { get => _hour.Or(ScheduleField.Unused); init => _hour = new(value); }
    [JsonInclude, JsonPropertyName("hour")] internal Member<ScheduleField> _hour;

    /// <summary>Minute, 0 to 59; empty without a window.</summary>
    [JsonIgnore]
    public ScheduleField Minute { get => _minute.Or(ScheduleField.Unused); init => _minute = new(value); }
    [JsonInclude, JsonPropertyName("minute")] internal Member<ScheduleField> _minute;

    /// <summary>The time of day.</summary>
    /// <value>Null when there is none, or when hour and minute are not those of a time of day.</value>
    [JsonIgnore]
    public TimeOnly? Time => ScheduleReader.Time(this);
}
