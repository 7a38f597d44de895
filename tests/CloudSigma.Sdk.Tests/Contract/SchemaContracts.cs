// What addresses say about themselves, under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class SchemaContracts
{
    private static readonly ContractExample OfOtherSnapshots = new("remote_snapshots/snapshot_schema");

    private static readonly ContractException WrongAddress =
        new("The example of remote snapshots asks for the schema of snapshots.") { Path = Contracts.Root + "remotesnapshots/schema/" };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        Schema("acls-schema", static client => client.Acls.GetSchemaAsync(), new ContractExample("acls_schema")),
        Schema("backupschedulers-schema", static client => client.BackupSchedulers.GetSchemaAsync(), new ContractExample("backupschedulers/backupscheduler_schema")),
        Schema("bservers-schema", static client => client.BackfillingServers.GetSchemaAsync()),
        Schema("drives-schema", static client => client.Drives.GetSchemaAsync(), new ContractExample("drive_schema")),
        Schema("jobs-schema", static client => client.Jobs.GetSchemaAsync(), new ContractExample("jobs_schema")),
        Schema("keypairs-schema", static client => client.Keypairs.GetSchemaAsync()),
        Schema("libdrives-schema", static client => client.Library.GetSchemaAsync(), new ContractExample("libdrive_schema")),
        Schema("profile-schema", static client => client.Profile.GetSchemaAsync(), new ContractExample("profile_schema")),
        Schema("remotesnapshots-schema", static client => client.RemoteSnapshots.GetSchemaAsync(), OfOtherSnapshots with { Exception = WrongAddress }),
        Schema("servers-schema", static client => client.Servers.GetSchemaAsync(), new ContractExample("server_schema")),
        Schema("snapshots-schema", static client => client.Snapshots.GetSchemaAsync(), new ContractExample("snapshot_schema"), OfOtherSnapshots),
        Schema("tags-schema", static client => client.Tags.GetSchemaAsync(), new ContractExample("tags_schema")),
        Schema("vmware-servers-schema", static client => client.VmwareServers.GetSchemaAsync(), new ContractExample("vmware_servers_schema")),
        Schema("vpc-schema", static client => client.PrivateClouds.GetSchemaAsync()),
        new("capabilities-schema", AnswerForm.Single, SdkJson.Context.CapabilitiesSchema, static (client, _) => OperationContract.OneAsync(client.Capabilities.GetSchemaAsync()))
        {
            Examples = [new("capabilities_schema")],
        },
        new("options", AnswerForm.Text, null, static async (client, request) => [string.Join(',', await client.GetAllowedMethodsAsync(request.Example.Path))]),
    ];

    private static OperationContract Schema(string id, Func<ICloudSigmaClient, Task<ResourceSchema>> read, params IReadOnlyList<ContractExample> examples) =>
        new(id, AnswerForm.Single, SdkJson.Context.ResourceSchema, (client, _) => OperationContract.OneAsync(read(client))) { Examples = examples };
}
