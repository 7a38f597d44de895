// Ephemeral drives: local storage whose content lasts as long as its server runs.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class EphemeralDrive
{
    public static bool Is(Document drive) => drive.Text("storage_type") == CloudLimits.EphemeralStorageType;

    /// <summary>Refuses what an ephemeral drive cannot do, for example <c>clone</c>.</summary>
    public static void Refuse(Document drive, string verb)
    {
        if (Is(drive)) throw ApiException.Permission($"Cannot {verb} an ephemeral drive");
    }
}
