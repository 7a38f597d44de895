// Uploads and downloads disk images, with progress bars.
//
//   ImageTransfer                             makes an image, uploads it, downloads it again and compares: in a cloud of its own, inside this process
//   ImageTransfer upload FILE [--name NAME]   makes a drive of a file
//   ImageTransfer download UUID FILE          makes a file of a drive
//
// The last two need CLOUDSIGMA_LOCATION (e.g. ZRH) or CLOUDSIGMA_ENDPOINT, CLOUDSIGMA_USERNAME and CLOUDSIGMA_PASSWORD; an emulator in another process is such an
// endpoint too. Ctrl+C pauses them, and the same command goes on.
using System.Diagnostics;
using System.Security.Cryptography;
using CloudSigma.Emulator;
using CloudSigma.Sdk;
using Spectre.Console;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true; // End by ourselves, so that what has arrived is written down.
    stop.Cancel();
};

try
{
    switch (args)
    {
        case []:
            return await DemonstrateAsync(stop.Token);
        case ["upload", var file, .. var rest] when rest is [] or ["--name", _]:
            using (var client = new CloudSigmaClient(CloudSigmaClientOptions.FromEnvironment()))
            {
                var options = new UploadDriveOptions { Name = rest is [_, var name] ? name : null, TicketFile = file + ".upload" };
                var (drive, _) = await ShowAsync("Upload", progress => client.Drives.UploadAsync(file, options, progress, stop.Token));
                Console.WriteLine($"Drive {drive.Uuid} '{drive.Name}' has {drive.Size}.");
                return 0;
            }

        case ["download", var text, var file] when Guid.TryParse(text, out var uuid):
            using (var client = new CloudSigmaClient(CloudSigmaClientOptions.FromEnvironment()))
            {
                var options = new DownloadDriveOptions { Resume = true, ComputeSha256 = true };
                var (image, _) = await ShowAsync("Download", progress => client.Drives.DownloadAsync(uuid, file, options, progress, stop.Token));
                Console.WriteLine($"{image.Path} has {image.Length} bytes with the SHA-256 {image.Sha256}.");
                return 0;
            }

        default:
            Console.Error.WriteLine("Give no arguments, upload FILE [--name NAME], or download UUID FILE.");
            return 1;
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine(args is [] ? "Cancelled." : "Paused. The same command goes on.");
    return 130;
}
catch (Exception e) when (e is CloudSigmaException or ArgumentException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
    return 1;
}

static async Task<int> DemonstrateAsync(CancellationToken cancellationToken)
{
    // A network that is slow enough to see something, and breaks now and then. The smallest drive is tiny: usually it has 512 MiB, and a smaller image is followed by zeros.
    await using var emulator = await CloudSigmaEmulator.StartAsync(
        new()
        {
            Speed = 5,
            Network = new() { BytesPerSecond = 15_000_000, DropEvery = 20_000_000 },
            Location = new() { StorageTypes = new Dictionary<string, EmulatorStorageLimits> { ["dssd"] = new() { Size = new(1 << 20, 1L << 40) } } },
        },
        cancellationToken);
    using var client = new CloudSigmaClient(new CloudSigmaClientOptions
    {
        Endpoint = emulator.Endpoint,
        Credential = CloudSigmaCredential.Basic(emulator.Accounts[0].Email, emulator.Accounts[0].Password),
    });

    var folder = Directory.CreateTempSubdirectory("image-transfer-");
    try
    {
        var original = Path.Combine(folder.FullName, "original.img");
        var copy = Path.Combine(folder.FullName, "copy.img");
        MakeImage(original);
        var clock = Stopwatch.StartNew();
        var (drive, resent) = await ShowAsync("Upload", progress => client.Drives.UploadAsync(original, null, progress, cancellationToken));
        var (image, refetched) = await ShowAsync("Download", progress => client.Drives.DownloadAsync(drive.Uuid, copy, new DownloadDriveOptions { ComputeSha256 = true }, progress, cancellationToken));
        var seconds = clock.Elapsed.TotalSeconds;

        // The download has a checksum already. This compares the files themselves, as one would without the SDK.
        var (before, after) = (await HashAsync(original, cancellationToken), await HashAsync(copy, cancellationToken));
        var same = before == after && after == image.Sha256 && new FileInfo(original).Length == new FileInfo(copy).Length;
        Console.WriteLine(FormattableString.Invariant(
            $"{(same ? "The same" : "NOT the same")}: {new FileInfo(original).Length} bytes up, {image.Length} down, {resent + refetched} broken connections, {seconds:0.0} s, SHA-256 {before[..8]} and {after[..8]}"));
        return same ? 0 : 1;
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

// 48 MiB of data that cannot be compressed, with a hole of zeros in the middle.
static void MakeImage(string path)
{
    var random = new Random(1);
    var block = new byte[1 << 20];
    using var file = File.Create(path);
    for (var i = 0; i < 48; i++)
    {
        random.NextBytes(block);
        if (i is >= 16 and < 32) file.Seek(block.Length, SeekOrigin.Current);
        else file.Write(block);
    }
}

static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
{
    await using var file = File.OpenRead(path);
    return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
}

// Spectre.Console draws a bar on a terminal, and writes a few lines elsewhere, as into the log of a build.
static Task<(T Result, int Retries)> ShowAsync<T>(string what, Func<IProgress<TransferProgress>, Task<T>> transfer) => AnsiConsole.Progress()
    .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
    .StartAsync(async context =>
    {
        var bar = new Bar(context.AddTask(what), what);
        return (await transfer(bar), bar.Retries);
    });

/// <summary>Not Progress&lt;T&gt;, which reports on other threads, perhaps after the end.</summary>
internal sealed class Bar(ProgressTask task, string what) : IProgress<TransferProgress>
{
    public int Retries { get; private set; }

    public void Report(TransferProgress value)
    {
        Retries = value.Retries;
        if (value.TotalBytes == 0) return;
        var left = value.Remaining is { } remaining ? $"{(int)remaining.TotalHours}:{remaining:mm\\:ss} left" : "";
        // A stage after that of the bytes is shown by its name; its bar stays full.
        task.Description = value.Stage == TransferStage.Transferring
            ? $"{what}  {Size(value.Bytes)} of {Size(value.TotalBytes)}  {Size(value.BytesPerSecond)}/s  {left}  retries: {value.Retries}"
            : $"{what}  {value.Stage.ToString().ToLowerInvariant()}";
        task.MaxValue = value.TotalBytes;
        task.Value = value.Bytes;
    }

    private static string Size(double bytes) => new ByteSize((long)bytes).ToString();
}
