// An object that is named by its uuid only: {"uuid": "..."}.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record UuidBody([property: JsonPropertyName("uuid")] Guid Uuid);
