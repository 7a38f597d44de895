// The root of everything.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Sdk;

/// <summary>The CloudSigma API 2.0. Applications may fake it; members may be added in a minor version.</summary>
public interface ICloudSigmaClient
{
    /// <value>The base address of the API that the client talks to.</value>
    Uri Endpoint { get; }

    /// <value>ACLs, by which objects are shared with other users.</value>
    IAclsClient Acls { get; }

    /// <value>Backfilling servers, which use spare capacity.</value>
    IBackfillingServersClient BackfillingServers { get; }

    /// <value>Backup schedulers.</value>
    IBackupSchedulersClient BackupSchedulers { get; }

    /// <value>What the location offers to the account.</value>
    ICapabilitiesClient Capabilities { get; }

    /// <value>Drives.</value>
    IDrivesClient Drives { get; }

    /// <value>Numbers of remote desktop users of Windows drives.</value>
    IDriveUsersClient DriveUsers { get; }

    /// <value>Keys and values that every guest of the account can read.</value>
    IGlobalContextClient GlobalContext { get; }

    /// <value>Background jobs.</value>
    IJobsClient Jobs { get; }

    /// <value>SSH keypairs, with their private keys.</value>
    IKeypairsClient Keypairs { get; }

    /// <value>The library of the cloud: images to clone drives from.</value>
    ILibraryClient Library { get; }

    /// <value>The locations of the cloud.</value>
    ILocationsClient Locations { get; }

    /// <value>Private clouds, and the hosts of the account. The provider does not document them; they may change.</value>
    [Experimental(ExperimentalFeatures.PrivateClouds)]
    IPrivateCloudsClient PrivateClouds { get; }

    /// <value>The account of the caller.</value>
    IProfileClient Profile { get; }

    /// <value>The public sides of SSH keypairs, without secrets.</value>
    IPublicKeysClient PublicKeys { get; }

    /// <value>Snapshots of drives that are stored at another location.</value>
    IRemoteSnapshotsClient RemoteSnapshots { get; }

    /// <value>Servers.</value>
    IServersClient Servers { get; }

    /// <value>Snapshots of drives.</value>
    ISnapshotsClient Snapshots { get; }

    /// <value>Tags: labels on objects.</value>
    ITagsClient Tags { get; }

    /// <value>VMware servers, read only.</value>
    IVmwareServersClient VmwareServers { get; }

    /// <summary>Sends a request that the SDK does not model, with the same credential, deadlines, retries and errors as all others. A POST is never sent twice.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="relativeUri">
    /// Path and query below the endpoint, e.g. <c>drives/?limit=0</c>, or a <c>resource_uri</c> of an answer, e.g. <c>/api/2.0/drives/{uuid}/</c>.
    /// </param>
    /// <param name="body">The JSON body; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The JSON of the answer; of kind <see cref="JsonValueKind.Undefined"/> when there was none.</returns>
    /// <exception cref="ArgumentException">The address leads elsewhere than below the endpoint.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    Task<JsonElement> SendAsync(HttpMethod method, string relativeUri, JsonNode? body = null, CancellationToken cancellationToken = default);

    /// <summary>Asks which methods an address has.</summary>
    /// <param name="relativeUri">
    /// Path below the endpoint, e.g. <c>servers/</c>, or a <c>resource_uri</c> of an answer, e.g. <c>/api/2.0/servers/{uuid}/</c>.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The methods in the order of the answer; at least one.</returns>
    /// <exception cref="ArgumentException">The address leads elsewhere than below the endpoint.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("options")]
    Task<IReadOnlyList<HttpMethod>> GetAllowedMethodsAsync(string relativeUri, CancellationToken cancellationToken = default);
}
