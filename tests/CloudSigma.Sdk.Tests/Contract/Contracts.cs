// All operations under contract, and those that the SDK implements.
using System.Reflection;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class Contracts
{
    public const string Root = "/api/2.0/";

    public static IReadOnlyList<OperationContract> All { get; } =
    [
        .. AccountContracts.Operations,
        .. AclContracts.Operations,
        .. BackfillingServerContracts.Operations,
        .. BackupSchedulerContracts.Operations,
        .. DriveContracts.Operations,
        .. DriveUserContracts.Operations,
        .. GlobalContextContracts.Operations,
        .. KeypairContracts.Operations,
        .. LibraryContracts.Operations,
        .. PrivateCloudContracts.Operations,
        .. RemoteSnapshotContracts.Operations,
        .. SchemaContracts.Operations,
        .. ServerContracts.Operations,
        .. SnapshotContracts.Operations,
        .. TagContracts.Operations,
        .. TransferContracts.Operations,
        .. VmwareServerContracts.Operations,
    ];

    /// <summary>The ids in <c>[ApiOperation]</c> on the methods of the public interfaces.</summary>
    public static IReadOnlyList<string> ImplementedIds { get; } =
    [
        .. typeof(ICloudSigmaClient).Assembly.GetExportedTypes().Where(static t => t.IsInterface)
            .SelectMany(static t => t.GetMethods())
            .SelectMany(static m => m.GetCustomAttributes<ApiOperationAttribute>())
            .Select(static a => a.Id).Distinct().Order(StringComparer.Ordinal),
    ];

    public static OperationContract Find(string id) => All.FirstOrDefault(c => c.Id == id) ?? throw new ArgumentException(
        $"The operation '{id}' is not under contract. Add it to the contracts of its area, with how it is called and its documented examples.", nameof(id));

    public static CloudSigmaClient CreateClient(HttpMessageHandler handler, int pageSize = 100) => new(
        new CloudSigmaClientOptions
        {
            Endpoint = new Uri("https://zrh.cloudsigma.com" + Root),
            Credential = CloudSigmaCredential.Basic("user@example.com", "secret"),
            PageSize = pageSize,
            PrefetchPages = false,
        },
        new HttpClient(handler));
}
