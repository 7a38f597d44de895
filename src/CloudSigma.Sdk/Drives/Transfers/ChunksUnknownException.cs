// Not every location may take chunks.
namespace CloudSigma.Sdk;

/// <summary>The location does not know uploads in chunks. It is never seen outside: another way is taken, or the answer of the server is shown.</summary>
internal sealed class ChunksUnknownException(CloudSigmaApiException answer) : CloudSigmaException(answer.Message, answer)
{
    public CloudSigmaApiException Answer => answer;
}
