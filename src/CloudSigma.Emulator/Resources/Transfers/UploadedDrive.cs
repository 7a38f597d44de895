// Drives that are made by an upload: their birth, the rules for their content, and their end as usual drives.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Transfers;

internal static class UploadedDrive
{
    /// <summary>The event at the end of an upload.</summary>
    public const string Event = "uploaded";

    /// <summary>The name of the start of an upload in the audit log.</summary>
    public const string AuditName = "init_upload";

    private static readonly string[] Members = ["name", "size", "media", "storage_type"];

    /// <summary>Makes a drive in the state <c>uploading</c> with the size that the image has.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">What the drive shall be; members that an upload does not know are ignored with a warning.</param>
    /// <param name="image">The content; null for an empty one that chunks fill.</param>
    public static Document Create(RequestContext request, JsonObject body, DriveImage? image = null)
    {
        request.Audit.Begin(AuditName, DrivesResource.Name, document: null, body);
        var known = new JsonObject();
        foreach (var (name, value) in body)
        {
            if (Members.Contains(name)) known[name] = value?.DeepClone();
            else request.Unknown("member", name);
        }

        var drive = new Document(request.State.Ids.NewUuid(), DrivesResource.Name, request.Caller);
        ObjectReader.ReadNew(request, request.Resource(DrivesResource.Name), known, drive);
        request.Caller.Collection(DrivesResource.Name).Add(drive);
        var data = drive.Edit();
        var storageType = data["storage_type"]?.GetValue<string>() ?? request.State.Location.DefaultStorageType;
        data["storage_type"] = storageType;
        EphemeralDrive.Refuse(drive, "upload");
        var size = data["size"]!.GetValue<long>();
        data["status"] = DriveStatus.Uploading;
        // The room is taken for the size at the end, so that the end cannot fail.
        DrivePlacement.Place(request, drive, DriveSize.Uploaded(request.State.Location, size, storageType));
        request.State.Images.Give(drive, image ?? request.State.Images.Create(size));
        request.Audit.Done(drive);
        return drive;
    }

    /// <summary>The content of a drive that is being uploaded.</summary>
    /// <exception cref="ApiException">The drive is not in that state, or the caller may not change it; the status is 403.</exception>
    public static DriveImage Open(RequestContext request, Document drive)
    {
        Access.Require(request.Caller, drive, Right.Edit);
        return Open(drive);
    }

    /// <summary>The content of a drive that is being uploaded, for somebody who has a link.</summary>
    public static DriveImage Open(Document drive)
    {
        var status = DriveStatus.Of(drive);
        if (status != DriveStatus.Uploading || drive.Partition.State.Images.Of(drive) is not { } image)
            throw ApiException.Permission($"Cannot upload to drive in state \"{status}\". Drive should be in state \"['uploading']\"");
        return image;
    }

    /// <summary>Checks a chunk against the cutting of the image, which the first one settles.</summary>
    /// <param name="image">The image.</param>
    /// <param name="number">The number of the chunk, counted from <paramref name="first"/>.</param>
    /// <param name="chunkSize">The size of a regular chunk.</param>
    /// <param name="first">The number of the first chunk in this protocol.</param>
    /// <param name="names">The members with number and size, for the refusal.</param>
    /// <param name="settle">Whether this is the first one that settles it.</param>
    /// <returns>The number counted from 0.</returns>
    public static long CheckedChunk(DriveImage image, long number, long chunkSize, long first, (string Number, string Size) names, bool settle = true)
    {
        if (chunkSize < 1) throw ApiException.Validation($"The chunk size {chunkSize} is not a number of bytes above 0", names.Size);
        if (image.Division is { } settled && settled.ChunkSize != chunkSize)
            throw ApiException.Validation($"The chunk size {chunkSize} is not {settled.ChunkSize}, with which the upload began", names.Size);
        var division = new ChunkDivision(image.Size, chunkSize);
        var index = number - first;
        if (index < 0 || index >= division.Count)
            throw ApiException.Validation($"The chunk {number} is outside {first}..{division.Count - 1 + first}", names.Number);
        if (settle) image.Division = division;
        return index;
    }

    /// <summary>The answer for a chunk that is stored already.</summary>
    /// <param name="number">Its number as the caller counts.</param>
    public static ApiResponse AlreadyThere(long number) =>
        ApiResponse.Text(416, FormattableString.Invariant($"Chunk {number} is already uploaded"));

    /// <summary>Plans the end of an upload when nothing is missing any more.</summary>
    public static void EndWhenComplete(Document drive, DriveImage image)
    {
        if (image.IsComplete) drive.Partition.State.Scheduler.After(drive, Event, Durations.DriveUpload);
    }

    /// <summary>The end of an upload: the drive can be used, and has the size that drives of its storage type have at least.</summary>
    public static void Finish(Document drive)
    {
        if (drive.Status != DriveStatus.Uploading) return;
        var data = drive.Edit();
        data["size"] = DriveSize.Uploaded(drive.Partition.State.Location, data["size"]!.GetValue<long>(), drive.Text("storage_type"));
        data["status"] = DriveStatus.Unmounted;
    }
}
