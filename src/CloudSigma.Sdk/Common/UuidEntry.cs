// One object of a bulk delete.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record UuidEntry([property: JsonPropertyName("uuid")] Guid Uuid);
