// SSH keypairs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class KeypairsClient(ApiPipeline pipeline) : IKeypairsClient
{
    private static readonly Creation<Keypair, NewKeypair> Creation = new(
        SdkJson.Context.ObjectsBodyNewKeypair,
        static (k, name) => k with { Meta = ClientToken.Into(k.Meta, k.ClientToken, name) },
        static k => k.ClientToken,
        static k => k.Meta,
        static (requests, _, cancellationToken) => requests.List(null, cancellationToken));

    private readonly ResourceRequests<Keypair> _requests = new(pipeline, "keypairs", "keypairs/", SdkJson.Context.Keypair, static k => k.Uuid);

    public Pageable<Keypair> ListAsync(CancellationToken cancellationToken = default) => _requests.List(null, cancellationToken);

    public Task<Keypair> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Keypair> CreateAsync(NewKeypair keypair, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keypair);
        return (await CreateManyAsync([keypair], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Keypair>> CreateManyAsync(IReadOnlyList<NewKeypair> keypairs, CancellationToken cancellationToken = default)
    {
        Guard.Each(keypairs, Check);
        return await _requests.CreateManyAsync(Creation, keypairs, nameof(keypairs), cancellationToken).ConfigureAwait(false);
    }

    public Task<Keypair> UpdateAsync(Keypair keypair, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keypair);
        Guard.SentBack(keypair.Uuid, keypair.Name, keypair.Meta, nameof(keypair));
        CheckKeys(keypair.Name, keypair.PublicKey, keypair.PrivateKey, nameof(keypair));
        return _requests.UpdateAsync(keypair.Uuid, keypair, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    private static void Check(NewKeypair keypair, string name)
    {
        ArgumentNullException.ThrowIfNull(keypair, name);
        if (string.IsNullOrEmpty(keypair.Name)) throw new ArgumentException("A keypair needs a Name.", name);
        Guard.Label(keypair.Name, name);
        Guard.Meta(keypair.Meta, name);
        var hasPublicKey = !string.IsNullOrEmpty(keypair.PublicKey);
        if (!hasPublicKey && !string.IsNullOrEmpty(keypair.PrivateKey))
            throw new ArgumentException($"The keypair '{keypair.Name}' has a private key without its public key. Pass both to NewKeypair.FromKeys.", name);
        var hasAlgorithm = keypair.Algorithm is { Value.Length: > 0 };
        if (!hasPublicKey && !hasAlgorithm)
            throw new ArgumentException($"The keypair '{keypair.Name}' has neither keys nor an algorithm. Use NewKeypair.Generate, FromPublicKey or FromKeys.", name);
        if (hasPublicKey && hasAlgorithm)
            throw new ArgumentException($"The keypair '{keypair.Name}' has both keys and an algorithm, which is for keys that the cloud is to make. Leave one out.", name);
        CheckKeys(keypair.Name, keypair.PublicKey, keypair.PrivateKey, name);
    }

    /// <summary>Checks the keys; what is wrong is said without showing them.</summary>
    private static void CheckKeys(string label, string? publicKey, string? privateKey, string name)
    {
        // A public key is shown to guests and to everybody who may read it.
        if (publicKey?.Contains("PRIVATE KEY-----", StringComparison.Ordinal) == true)
            throw new ArgumentException($"The PublicKey of the keypair '{label}' is a private key. Are the keys in the wrong order?", name);
        Guard.Secret(publicKey, "PublicKey", name);
        Guard.Secret(privateKey, "PrivateKey", name);
    }
}
