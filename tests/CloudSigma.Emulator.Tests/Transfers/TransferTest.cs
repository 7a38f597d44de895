// What tests of uploads and downloads have in common.
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public abstract class TransferTest : EmulatorTest
{
    // Small drives, so that whole contents can be compared.
    private static readonly EmulatorLocation Small = new()
    {
        DefaultStorageType = "dssd",
        StorageTypes = new Dictionary<string, EmulatorStorageLimits>
        {
            ["dssd"] = new() { Size = new(1 << 20, 1L << 40) },
            ["local_nvme"] = new() { Size = new(1 << 20, 1L << 40) },
        },
    };

    protected const int KiB = 1024;
    protected const int MiB = 1024 * KiB;

    /// <summary>A folder of its own, to see what is written to the disk.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("cloudsigma-tests-").FullName;

    /// <summary>A client that does not follow redirects and has no credentials.</summary>
    protected HttpClient Stranger { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Stranger.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Bytes that follow from a number, without any block of zeros.</summary>
    protected static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected override void Configure(CloudSigmaEmulatorOptions options)
    {
        options.Transfers = new EmulatorTransfers { Folder = Folder };
        options.Location = Small;
    }

    protected static JsonObject NewUpload(long size, string name = "image") => new() { ["name"] = name, ["media"] = "disk", ["size"] = size };

    protected Task<Answer> RawAsync(byte[] image, string name = "", HttpClient? client = null) =>
        SendBytesAsync(client ?? Client, HttpMethod.Post, new Uri(Cloud.DirectEndpoint, $"drives/upload/{name}"), image);

    /// <summary>A drive with this content that is ready.</summary>
    protected async Task<string> UploadedAsync(byte[] image)
    {
        var uuid = (await RawAsync(image)).Is(200).Text;
        Wait(1);
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
        return uuid;
    }

    protected async Task<string> BeginAsync(long size) => (await PostAsync("initupload/", NewUpload(size))).Is(201).Uuid;

    protected Task<Answer> AskAsync(string drive, long number, long chunkSize) =>
        ActAsync("drives", drive, "upload_chunk", new JsonObject { ["chunk_number"] = number, ["chunk_size"] = chunkSize });

    /// <summary>The link for a chunk.</summary>
    protected async Task<Uri> LinkAsync(string drive, long number, long chunkSize) =>
        new(Cloud.Endpoint, (string)(await AskAsync(drive, number, chunkSize)).Is(200).Json["link"]!);

    protected Task<Answer> SendChunkAsync(Uri link, byte[] chunk) => SendBytesAsync(Stranger, HttpMethod.Post, link, chunk);

    protected static async Task<Answer> SendBytesAsync(HttpClient client, HttpMethod method, Uri address, byte[] bytes)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>The whole content of a drive, redirects followed.</summary>
    protected async Task<byte[]> DownloadAsync(string drive, string? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Cloud.DirectEndpoint, $"drives/{drive}/download/"));
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The address to which a download is redirected.</summary>
    protected async Task<Uri> RedirectAsync(string drive)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Cloud.DirectEndpoint, $"drives/{drive}/download/"));
        request.Headers.Authorization = Client.DefaultRequestHeaders.Authorization;
        using var response = await Stranger.SendAsync(request);
        Assert.Equal(302, (int)response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>All files with contents.</summary>
    protected string[] Files() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

    /// <summary>The beginning of a drive is this, and the rest is zeros.</summary>
    protected static void Holds(byte[] image, byte[] drive)
    {
        Assert.True(drive.AsSpan(0, image.Length).SequenceEqual(image));
        Assert.False(drive.AsSpan(image.Length).ContainsAnyExcept((byte)0));
    }
}
