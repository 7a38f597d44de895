// What is asked for the link of a chunk.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record ChunkLinkBody(
    [property: JsonPropertyName("chunk_number"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] long ChunkNumber,
    [property: JsonPropertyName("chunk_size")] long ChunkSize);
