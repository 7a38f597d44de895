// SSH keypairs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class KeypairsClient(ApiPipeline pipeline) : IKeypairsClient
{
    public Pageable<Keypair> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<Keypair, Guid>("keypairs-list", "keypairs/", SdkJson.Context.Keypair, static k => k.Uuid), cancellationToken);

    public Task<Keypair> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("keypairs-get", $"keypairs/{uuid:D}/"), SdkJson.Context.Keypair, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("keypairs-schema", "keypairs/schema/", cancellationToken);

    public async Task<Keypair> CreateAsync(NewKeypair keypair, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keypair);
        return (await CreateManyAsync([keypair], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Keypair>> CreateManyAsync(IReadOnlyList<NewKeypair> keypairs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keypairs);
        if (keypairs.Count == 0) return [];
        foreach (var keypair in keypairs) Check(keypair, nameof(keypairs));
        IReadOnlyList<NewKeypair> bodies = [.. keypairs.Select(static k => k with { Meta = ClientToken.Into(k.Meta, k.ClientToken, nameof(keypairs)) })];
        var request = ApiRequest.Post("keypairs-create", "keypairs/", new ObjectsBody<NewKeypair>(bodies), SdkJson.Context.ObjectsBodyNewKeypair);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, keypairs.Count, SdkJson.Context.Keypair, static k => k.Uuid, cancellationToken),
            [.. keypairs.Select(static k => k.ClientToken)],
            () => ListAsync(cancellationToken),
            static k => k.Meta).ConfigureAwait(false);
    }

    public Task<Keypair> UpdateAsync(Keypair keypair, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keypair);
        Guard.HasUuid(keypair.Uuid, nameof(keypair));
        Guard.Label(keypair.Name, nameof(keypair));
        Guard.Meta(keypair.Meta, nameof(keypair), allowsNull: true);
        CheckKeys(keypair.Name, keypair.PublicKey, keypair.PrivateKey, nameof(keypair));
        return pipeline.SendAsync(
            ApiRequest.Put("keypairs-update", $"keypairs/{keypair.Uuid:D}/", keypair, SdkJson.Context.Keypair), SdkJson.Context.Keypair, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("keypairs-delete", $"keypairs/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

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
