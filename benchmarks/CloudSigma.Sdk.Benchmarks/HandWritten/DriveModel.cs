// What somebody without the SDK would write: plain classes with the members of a drive, and the envelope of a list.
namespace CloudSigma.Sdk.Benchmarks.HandWritten;

internal sealed class DriveListModel
{
    public ListMetaModel? Meta { get; set; }

    public List<DriveModel>? Objects { get; set; }
}

internal sealed class ListMetaModel
{
    public int Limit { get; set; }

    public int Offset { get; set; }

    public int TotalCount { get; set; }
}

internal sealed class DriveModel
{
    public Guid Uuid { get; set; }

    public string? Name { get; set; }

    public long Size { get; set; }

    public string? Media { get; set; }

    public string? Status { get; set; }

    public string? StorageType { get; set; }

    public int? Iops { get; set; }

    public bool AllowMultimount { get; set; }

    public List<string>? Affinities { get; set; }

    public Dictionary<string, string>? Meta { get; set; }

    public List<ReferenceModel>? Tags { get; set; }

    public List<ReferenceModel>? MountedOn { get; set; }

    public List<ReferenceModel>? Snapshots { get; set; }

    public List<ReferenceModel>? RemoteSnapshots { get; set; }

    public ReferenceModel? BackupScheduler { get; set; }

    public List<ReferenceModel>? Jobs { get; set; }

    public List<DriveLicenseModel>? Licenses { get; set; }

    public DriveRuntimeModel? Runtime { get; set; }

    public ReferenceModel? Owner { get; set; }

    public List<string>? Permissions { get; set; }

    public List<GranteeModel>? Grantees { get; set; }

    public string? ResourceUri { get; set; }
}

internal sealed class DriveRuntimeModel
{
    public bool? IsDownloadable { get; set; }

    public bool? IsEphemeral { get; set; }

    public bool? IsSnapshotable { get; set; }

    public long SnapshotsAllocatedSize { get; set; }

    public string? StorageType { get; set; }
}

internal sealed class DriveLicenseModel
{
    public int Amount { get; set; }

    public LicenseModel? License { get; set; }

    public ReferenceModel? User { get; set; }
}

internal sealed class LicenseModel
{
    public string? Name { get; set; }

    public string? LongName { get; set; }

    public string? Type { get; set; }

    public string? UserMetric { get; set; }

    public bool Burstable { get; set; }

    public string? ResourceUri { get; set; }
}
