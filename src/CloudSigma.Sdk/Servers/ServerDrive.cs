// A drive in the definition of a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A drive that is attached to a server (guide 11).</summary>
public sealed record ServerDrive : ApiModel
{
    /// <summary>The drive. Required.</summary>
    [JsonIgnore]
    public ResourceReference? Drive { get => _drive.Value; init => _drive = new(value); }
    [JsonInclude, JsonPropertyName("drive")] internal Member<ResourceReference> _drive;

    /// <summary>The bus on which the guest sees the drive. Required.</summary>
    [JsonIgnore]
    public DeviceBus Device { get => _device.Value; init => _device = new(value); }
    [JsonInclude, JsonPropertyName("device")] internal Member<DeviceBus> _device;

    /// <summary>Controller and unit, e.g. <c>0:0</c>; unique in a server together with the bus. Required.</summary>
    [JsonIgnore]
    public string DeviceChannel { get => _deviceChannel.Or(""); init => _deviceChannel = new(value); }
    [JsonInclude, JsonPropertyName("dev_channel")] internal Member<string> _deviceChannel;

    /// <summary>Position in the boot sequence, from 1.</summary>
    /// <value>Null when the drive is not bootable.</value>
    [JsonIgnore]
    public int? BootOrder { get => _bootOrder.Value; init => _bootOrder = new(value); }
    [JsonInclude, JsonPropertyName("boot_order")] internal Member<int?> _bootOrder;

    /// <summary>Live data.</summary>
    /// <value>Null while the server does not run.</value>
    [JsonIgnore]
    public ServerDriveRuntime? Runtime { get => _runtime.Value; init => _runtime = new(value); }
    [JsonInclude, JsonPropertyName("runtime")] internal Member<ServerDriveRuntime> _runtime;
}
