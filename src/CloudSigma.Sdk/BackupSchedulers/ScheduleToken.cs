// A text or a number inside a member of a schedule.
namespace CloudSigma.Sdk;

/// <summary>A JSON text, or a JSON number with its digits as they came.</summary>
internal readonly record struct ScheduleToken(string Text, bool IsNumber);
