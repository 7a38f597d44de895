// The serializer settings of the SDK, made once.
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

internal static class SdkJson
{
    /// <summary>The metadata of every model and request body.</summary>
    public static SdkJsonContext Context { get; } = new(new JsonSerializerOptions
    {
        // A member that is absent is not written; see Member<T>. Members of requests that have to be written say so themselves.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { Members() },
    });

    private static MemberConverters Members() => new MemberConverters()
        .AddStruct<AccountState>()
        .AddStruct<BackupType>()
        .AddStruct<CloneNaming>()
        .AddStruct<CpuType>()
        .AddStruct<DeviceBus>()
        .AddStruct<DriveMedia>()
        .AddStruct<DriveStatus>()
        .AddStruct<Hypervisor>()
        .AddStruct<IPConfigurationMode>()
        .AddStruct<JobState>()
        .AddStruct<JsonElement>()
        .AddStruct<LibraryImageType>()
        .AddStruct<NetworkInterfaceType>()
        .AddStruct<NicModel>()
        .AddStruct<Permission>()
        .AddStruct<PrivateCloudStatus>()
        .AddStruct<RetentionPeriod>()
        .AddStruct<RemoteSnapshotStatus>()
        .AddStruct<ResourceType>()
        .AddStruct<SchemaFieldType>()
        .AddStruct<ServerStatus>()
        .AddStruct<SnapshotStatus>()
        .AddStruct<StartMethod>()
        .AddStruct<StorageType>()
        .AddStruct<double>()
        .AddClass<Drive>()
        .AddClass<DriveIo>()
        .AddClass<DriveRuntime>()
        .AddClass<GpuInfo>()
        .AddClass(new HttpMethodListConverter())
        .AddClass<IPConfiguration>()
        .AddClass<IReadOnlyDictionary<string, DriveLimits>>()
        .AddClass<IReadOnlyDictionary<string, HostLimits>>()
        .AddClass<IReadOnlyDictionary<string, IReadOnlyList<string>>>()
        .AddClass<IReadOnlyList<RetentionRule>>(new RetentionRulesConverter())
        .AddClass<IReadOnlyList<TaggedResource>>(new TaggedResourcesConverter())
        .AddClass<IncrementalBackup>()
        .AddClass<InitialBackup>()
        .AddClass(new SchemaFieldsConverter())
        .AddClass<IReadOnlyDictionary<string, SchemaFilter>>()
        .AddList<AclGrantee>()
        .AddList<AclRule>()
        .AddList<CurrencyInfo>()
        .AddList<DriveLicense>()
        .AddList<Grantee>()
        .AddList<IPAddressReference>()
        .AddList<Job>()
        .AddList<JsonElement>()
        .AddList<Nic>()
        .AddList<NicRuntime>()
        .AddList<Permission>()
        .AddList<ServerContextDrive>()
        .AddList<ServerContextNic>()
        .AddList<ServerDrive>()
        .AddList<ServerEpc>()
        .AddList<ServerGpu>()
        .AddList<StartMethod>()
        .AddList<VmwareDisk>()
        .AddList<VmwareMedium>()
        .AddList<VmwareNic>()
        .AddClass<IopsLimits>()
        .AddClass<JobData>()
        .AddClass<LicenseInfo>()
        .AddClass<NicIo>()
        .AddClass<NicRuntime>()
        .AddClass<NumberRange>()
        .AddClass<RemoteSnapshotDrive>()
        .AddClass<RemoteSnapshotLimits>()
        .AddClass<RetentionPolicy>()
        .AddClass<ScheduleField>()
        .AddClass<ScheduleRepeat>()
        .AddClass<ScheduleTime>()
        .AddClass<ServerContextAddress>()
        .AddClass<ServerContextIPConfiguration>()
        .AddClass<ServerDriveRuntime>()
        .AddClass<ServerLimits>()
        .AddClass<ServerRuntime>()
        .AddClass<SnapshotLimits>()
        .AddClass<Uri>()
        .AddClass<UserReference>();
}
