// The drive that an upload makes.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record InitUploadBody(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("size")] long Size,
    [property: JsonPropertyName("media"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] DriveMedia Media,
    [property: JsonPropertyName("storage_type")] StorageType? StorageType);
