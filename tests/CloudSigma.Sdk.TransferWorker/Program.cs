// A process that tests kill in the middle of a transfer.
using CloudSigma.Sdk;

using var client = new CloudSigmaClient(new CloudSigmaClientOptions
{
    Endpoint = new Uri(args[1]),
    Credential = CloudSigmaCredential.Basic(args[2], args[3]),
});
switch (args)
{
    case ["upload", _, _, _, var file, var ticket, var strategy]:
        var drive = await client.Drives.UploadAsync(
            file, new UploadDriveOptions { TicketFile = ticket, Strategy = Enum.Parse<UploadStrategy>(strategy), ChunkSize = ByteSize.KiB(256), Parallelism = 2 }).ConfigureAwait(false);
        Console.WriteLine(drive.Uuid);
        return 0;
    case ["download", _, _, _, var uuid, var target]:
        var download = await client.Drives.DownloadAsync(Guid.Parse(uuid), target, new DownloadDriveOptions { Resume = true, Parallelism = 1, ComputeSha256 = true }).ConfigureAwait(false);
        Console.WriteLine(download.Sha256);
        return 0;
    default:
        return 2;
}
