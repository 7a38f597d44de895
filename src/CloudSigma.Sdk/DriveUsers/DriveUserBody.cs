// What is sent about the remote desktop users of a drive.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <param name="Drive">Uuid of the drive; null in an update, whose address names it.</param>
/// <param name="Amount">Number of users.</param>
internal sealed record DriveUserBody(
    [property: JsonPropertyName("drive")] Guid? Drive,
    [property: JsonPropertyName("amount"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int Amount);
