// What somebody without the SDK would write: plain classes with the members of a server, text for what the SDK has types for.
namespace CloudSigma.Sdk.Benchmarks.HandWritten;

internal sealed class ServerModel
{
    public Guid Uuid { get; set; }

    public string? Name { get; set; }

    public string? Status { get; set; }

    public int Cpu { get; set; }

    public int Smp { get; set; }

    public long Mem { get; set; }

    public string? VncPassword { get; set; }

    public string? CpuType { get; set; }

    public string? CpuModel { get; set; }

    public string? Hypervisor { get; set; }

    public List<ServerDriveModel>? Drives { get; set; }

    public List<NicModel>? Nics { get; set; }

    public List<ReferenceModel>? Pubkeys { get; set; }

    public List<GpuModel>? Gpus { get; set; }

    public List<EpcModel>? Epcs { get; set; }

    public Dictionary<string, string>? Meta { get; set; }

    public List<ReferenceModel>? Tags { get; set; }

    public List<string>? Requirements { get; set; }

    public bool? Context { get; set; }

    public bool CpusInsteadOfCores { get; set; }

    public bool EnableNuma { get; set; }

    public bool HvRelaxed { get; set; }

    public bool HvTsc { get; set; }

    public string? AllocationPool { get; set; }

    public bool? AutoStart { get; set; }

    public bool? IsGrey { get; set; }

    public ServerRuntimeModel? Runtime { get; set; }

    public List<ReferenceModel>? Jobs { get; set; }

    public ReferenceModel? Owner { get; set; }

    public List<string>? Permissions { get; set; }

    public List<GranteeModel>? Grantees { get; set; }

    public string? ResourceUri { get; set; }
}

internal sealed class ServerDriveModel
{
    public ReferenceModel? Drive { get; set; }

    public string? Device { get; set; }

    public string? DevChannel { get; set; }

    public int? BootOrder { get; set; }

    public ServerDriveRuntimeModel? Runtime { get; set; }
}

internal sealed class ServerDriveRuntimeModel
{
    public DriveIoModel? Io { get; set; }
}

internal sealed class DriveIoModel
{
    public long BytesRead { get; set; }

    public long BytesWritten { get; set; }

    public long CountFlush { get; set; }

    public long CountRead { get; set; }

    public long CountWritten { get; set; }

    public long TotalTimeNsFlush { get; set; }

    public long TotalTimeNsRead { get; set; }

    public long TotalTimeNsWrite { get; set; }
}

internal sealed class NicModel
{
    public string? Mac { get; set; }

    public string? Model { get; set; }

    public ReferenceModel? Vlan { get; set; }

    public IPConfigurationModel? IpV4Conf { get; set; }

    public IPConfigurationModel? IpV6Conf { get; set; }

    public int? BootOrder { get; set; }

    public ReferenceModel? FirewallPolicy { get; set; }

    public NicRuntimeModel? Runtime { get; set; }
}

internal sealed class IPConfigurationModel
{
    public string? Conf { get; set; }

    public AddressModel? Ip { get; set; }
}

internal sealed class NicRuntimeModel
{
    public string? Mac { get; set; }

    public string? InterfaceType { get; set; }

    public AddressModel? IpV4 { get; set; }

    public AddressModel? IpV6 { get; set; }

    public NicIoModel? Io { get; set; }

    public long? RxForeign { get; set; }

    public long? RxLocal { get; set; }

    public long? TxForeign { get; set; }

    public long? TxLocal { get; set; }
}

internal sealed class NicIoModel
{
    public long BytesRecv { get; set; }

    public long BytesSent { get; set; }

    public long PacketsRecv { get; set; }

    public long PacketsSent { get; set; }
}

internal sealed class ServerRuntimeModel
{
    public DateTimeOffset? ActiveSince { get; set; }

    public List<NicRuntimeModel>? Nics { get; set; }
}

internal sealed class GpuModel
{
    public string? Model { get; set; }
}

internal sealed class EpcModel
{
    public long Size { get; set; }
}

internal sealed class AddressModel
{
    public string? Uuid { get; set; }

    public string? ResourceUri { get; set; }
}

internal sealed class ReferenceModel
{
    public Guid Uuid { get; set; }

    public string? ResourceUri { get; set; }
}

internal sealed class GranteeModel
{
    public UserModel? User { get; set; }

    public List<string>? Permissions { get; set; }
}

internal sealed class UserModel
{
    public Guid Uuid { get; set; }

    public string? Email { get; set; }

    public string? ResourceUri { get; set; }
}
