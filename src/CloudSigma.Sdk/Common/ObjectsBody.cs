// The envelope of creates: {"objects": [...]}.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record ObjectsBody<T>([property: JsonPropertyName("objects")] IReadOnlyList<T> Objects);
