// The link for a chunk. Whoever has it may write the chunk, so it is shown nowhere.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record ChunkLinkAnswer([property: JsonPropertyName("link")] string? Link)
{
    public override string ToString() => nameof(ChunkLinkAnswer);
}
