// How often a scheduler repeats.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The step of a repeating scheduler; at most one of the two is used.</summary>
public sealed record ScheduleRepeat : ApiModel
{
    /// <summary>Step in hours, e.g. <c>*/12</c>; empty when it is not used.</summary>
    [JsonIgnore]
    public ScheduleField Hour { get => _hour.Or(ScheduleField.Unused); init => _hour = new(value); }
    [JsonInclude, JsonPropertyName("hour")] internal Member<ScheduleField> _hour;

    /// <summary>Step in minutes, e.g. <c>*/45</c>; empty when it is not used.</summary>
    [JsonIgnore]
    public ScheduleField Minute { get => _minute.Or(ScheduleField.Unused); init => _minute = new(value); }
    [JsonInclude, JsonPropertyName("minute")] internal Member<ScheduleField> _minute;
}
