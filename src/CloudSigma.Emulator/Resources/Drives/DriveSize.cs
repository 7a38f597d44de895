// Sizes of drives: limits and rounding.
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DriveSize
{
    // The documented clone asks for 1207959631 and gets 1207975936, the next multiple of 16 KiB; 64 KiB would give more.
    private const long Step = 16 * 1024;

    /// <summary>Checks a size against the limits of the storage type and rounds it up to 16 KiB.</summary>
    public static long Checked(EmulatorLocation location, long size, string storageType)
    {
        var limits = Limits(location, storageType).Size;
        if (!limits.Holds(size))
            throw ApiException.Validation($"The size {size} is outside {limits.Min}..{limits.Max}, the limits of {storageType}", "size");
        return Rounded(size);
    }

    /// <summary>The size that a drive has after an upload: at least the smallest of its storage type, and full KiB.</summary>
    public static long Uploaded(EmulatorLocation location, long size, string storageType)
    {
        var limits = Limits(location, storageType).Size;
        if (size < 1 || size > limits.Max)
            throw ApiException.Validation($"The size {size} is outside 1..{limits.Max}, the limits of an upload to {storageType}", "size");
        return (Math.Max(size, limits.Min) + 1023) / 1024 * 1024;
    }

    /// <summary>The size that is stored for a size that is asked for.</summary>
    public static long Rounded(long size) => size > long.MaxValue - Step ? size : (size + Step - 1) / Step * Step;

    public static void CheckIops(EmulatorLocation location, long? iops, string storageType)
    {
        var limits = Limits(location, storageType).Iops;
        if (iops is { } value && !limits.Holds(value))
            throw ApiException.Validation($"The limit {value} is outside {limits.Min}..{limits.Max}, the limits of {storageType}", "iops");
    }

    private static EmulatorStorageLimits Limits(EmulatorLocation location, string storageType) =>
        location.StorageTypes.TryGetValue(storageType, out var limits)
            ? limits
            : throw ApiException.Validation(
                $"The storage type {storageType} is not offered here, only {string.Join(", ", location.StorageTypes.Keys)}", "storage_type");
}
