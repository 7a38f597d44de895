// An attached drive as the guest sees it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>An attached drive in the server context, with its full definition (guide 20).</summary>
public sealed record ServerContextDrive : ApiModel
{
    /// <summary>The drive: its full definition without owner, status and live data.</summary>
    [JsonIgnore]
    public Drive? Drive { get => _drive.Value; init => _drive = new(value); }
    [JsonInclude, JsonPropertyName("drive")] internal Member<Drive> _drive;

    /// <summary>The bus on which the guest sees the drive.</summary>
    [JsonIgnore]
    public DeviceBus Device { get => _device.Value; init => _device = new(value); }
    [JsonInclude, JsonPropertyName("device")] internal Member<DeviceBus> _device;

    /// <summary>Controller and unit, e.g. <c>0:0</c>.</summary>
    [JsonIgnore]
    public string DeviceChannel { get => _deviceChannel.Or(""); init => _deviceChannel = new(value); }
    [JsonInclude, JsonPropertyName("dev_channel")] internal Member<string> _deviceChannel;

    /// <summary>Position in the boot sequence, from 1.</summary>
    /// <value>Null when the drive is not bootable.</value>
    [JsonIgnore]
    public int? BootOrder { get => _bootOrder.Value; init => _bootOrder = new(value); }
    [JsonInclude, JsonPropertyName("boot_order")] internal Member<int?> _bootOrder;
}
