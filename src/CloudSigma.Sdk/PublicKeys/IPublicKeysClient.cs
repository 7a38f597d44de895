// What applications can do with the public sides of keypairs.
namespace CloudSigma.Sdk;

/// <summary>The public sides of SSH keypairs, without secrets (guide 19). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>Unlike <see cref="IKeypairsClient"/>, it never asks for a one-time password.</remarks>
public interface IPublicKeysClient
{
    /// <summary>Lists public keys with all their members.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("pubkeys-list")]
    Pageable<SshPublicKey> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one public key.</summary>
    /// <param name="uuid">Uuid of the keypair.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The public key.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such keypair.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("pubkeys-get")]
    Task<SshPublicKey> GetAsync(Guid uuid, CancellationToken cancellationToken = default);
}
