// What applications can do with SSH keypairs.
namespace CloudSigma.Sdk;

/// <summary>SSH keypairs (guide 19). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>
/// Every answer has the private keys in clear. An account with two-factor login is asked for a one-time password; to look at public keys,
/// use <see cref="ICloudSigmaClient.PublicKeys"/>, which has no secrets and never asks.
/// </remarks>
public interface IKeypairsClient
{
    /// <summary>Lists keypairs with all their members, the private keys included.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("keypairs-list")]
    Pageable<Keypair> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one keypair, the private key included.</summary>
    /// <param name="uuid">Uuid of the keypair.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The keypair.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such keypair.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("keypairs-get")]
    Task<Keypair> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members and methods of keypairs.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("keypairs-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a keypair from given keys, or lets the cloud make the keys.</summary>
    /// <param name="keypair">What the keypair is to be: <see cref="NewKeypair.Generate"/>, <see cref="NewKeypair.FromPublicKey"/> or <see cref="NewKeypair.FromKeys"/>.</param>
    /// <param name="cancellationToken">Cancels the request; whether the keypair was made is then not known.</param>
    /// <returns>The keypair, with the private key when the cloud has it.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent, or the keys and the algorithm do not go together.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("keypairs-create")]
    Task<Keypair> CreateAsync(NewKeypair keypair, CancellationToken cancellationToken = default);

    /// <summary>Makes several keypairs with one request.</summary>
    /// <param name="keypairs">What the keypairs are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the keypairs were made is then not known.</param>
    /// <returns>The keypairs in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent, or the keys and the algorithm do not go together.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("keypairs-create")]
    Task<IReadOnlyList<Keypair>> CreateManyAsync(IReadOnlyList<NewKeypair> keypairs, CancellationToken cancellationToken = default);

    /// <summary>Writes a keypair back: read it, change it by <c>with</c>, and hand it over. Nothing that was read is lost; the private key is sent back too.</summary>
    /// <param name="keypair">The keypair as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the keypair was changed is then not known.</param>
    /// <returns>The keypair as it is now.</returns>
    /// <exception cref="ArgumentException">The keypair has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("keypairs-update")]
    Task<Keypair> UpdateAsync(Keypair keypair, CancellationToken cancellationToken = default);

    /// <summary>Deletes a keypair. Servers lose it too, also from their meta.</summary>
    /// <param name="uuid">Uuid of the keypair.</param>
    /// <param name="cancellationToken">Cancels the request; whether the keypair was deleted is then not known.</param>
    /// <returns>A task that ends when the keypair is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such keypair.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("keypairs-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a keypair if there is one; that there is none is no error.</summary>
    /// <param name="uuid">Uuid of the keypair.</param>
    /// <param name="cancellationToken">Cancels the request; whether the keypair was deleted is then not known.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("keypairs-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);
}
