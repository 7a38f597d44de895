// The secret links of uploads and downloads, which need no credentials and end after a while.
namespace CloudSigma.Emulator.Store;

internal sealed class TransferLinks(CloudState state, TimeSpan lifetime)
{
    /// <summary>The query parameter with the secret, which the request log masks.</summary>
    public const string Parameter = "token";

    private const int SecretBytes = 20;
    private readonly Dictionary<string, TransferLink> _links = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset End, string Secret)> _ends = new();

    /// <summary>Makes a link to a drive, or to one chunk of it.</summary>
    /// <returns>The secret.</returns>
    public string Add(Document drive, long? chunk = null)
    {
        Forget();
        var secret = state.Ids.NewSecret(SecretBytes);
        _links.Add(secret, new TransferLink(drive, chunk));
        _ends.Enqueue((state.Now + lifetime, secret));
        return secret;
    }

    /// <summary>What a secret leads to; null when it is unknown, has ended, or when the drive has gone.</summary>
    public TransferLink? Find(string? secret)
    {
        Forget();
        return secret is not null && _links.TryGetValue(secret, out var link) && link.Drive.Partition.Find(link.Drive.Resource, link.Drive.Id) == link.Drive
            ? link
            : null;
    }

    // All links live equally long, so the oldest one ends first.
    private void Forget()
    {
        while (_ends.TryPeek(out var next) && next.End <= state.Now) _links.Remove(_ends.Dequeue().Secret);
    }
}
