// Which drives can be downloaded, and by whom.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Transfers;

internal static class DriveDownload
{
    /// <summary>The drive that a caller may read. Reading a drive of somebody else is what a clone does too, so it needs that right.</summary>
    /// <exception cref="ApiException">There is no such drive (404), or it cannot be downloaded now (403).</exception>
    public static Document Require(RequestContext request, string id)
    {
        var drive = Find(request, id);
        Access.Require(request.Caller, drive, Right.Clone);
        EphemeralDrive.Refuse(drive, "download");
        var status = DriveStatus.Of(drive);
        if (!DriveStatus.IsAtRest(status))
            throw ApiException.Permission($"Cannot download drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"");
        return drive;
    }

    /// <summary>A drive that the caller can see.</summary>
    public static Document Find(RequestContext request, string id) =>
        Access.FindVisible(request.Caller, DrivesResource.Name, id)
        ?? DrivesResource.Find(request.Caller, id)
        ?? throw ApiException.NotFound($"There is no object {id} in {DrivesResource.Name}");
}
