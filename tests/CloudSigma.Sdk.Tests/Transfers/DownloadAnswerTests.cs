using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Transfers;

/// <summary>Answers to downloads that are not what was asked for: each ends in exact bytes or in an error, never in a wrong file.</summary>
public sealed class DownloadAnswerTests : IDisposable
{
    private const int Length = 200_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("cloudsigma-download-").FullName;
    private readonly byte[] _bytes = new byte[Length];

    public DownloadAnswerTests() => new Random(1).NextBytes(_bytes);

    private string File => Path.Combine(_folder, "disk.img");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static long Start(FakeRequest request) => request.Headers.TryGetValue("Range", out var range) ? long.Parse(range["bytes=".Length..].Split('-')[0], CultureInfo.InvariantCulture) : 0;

    private HttpResponseMessage Whole() => FakeHandler.Bytes(_bytes, "application/octet-stream");

    private HttpResponseMessage Part(long from, long to, long? total = Length, byte[]? bytes = null)
    {
        var response = FakeHandler.Bytes(bytes ?? _bytes[(int)from..(int)(to + 1)], "application/octet-stream", HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange = total is { } all ? new ContentRangeHeaderValue(from, to, all) : new ContentRangeHeaderValue(from, to);
        return response;
    }

    private Task<DriveDownload> DownloadAsync(
        Func<FakeRequest, HttpResponseMessage> answer, DownloadTarget? target = null, DownloadDriveOptions? options = null, Action<CloudSigmaClientOptions>? change = null, long length = Length)
    {
        var handler = new FakeHandler(request => request.PathAndQuery switch
        {
            "/api/2.0/locations/?limit=100" => FakeHandler.Json("""{"meta":{"limit":100,"offset":0,"total_count":0},"objects":[]}"""),
            var path when path.EndsWith($"/drives/{TestClient.Uuid}/", StringComparison.Ordinal) => FakeHandler.Json($$"""{"uuid":"{{TestClient.Uuid}}","size":{{length}},"status":"unmounted"}"""),
            _ => answer(request),
        });
        var client = TestClient.Create(handler, o =>
        {
            o.Retry = new RetryOptions { MaxRetries = 2, BaseDelay = TimeSpan.FromTicks(1) };
            change?.Invoke(o);
        });
        return client.Drives.DownloadAsync(TestClient.Uuid, target ?? File, options ?? new DownloadDriveOptions { Parallelism = 1 });
    }

    private async Task<T> FailsAsync<T>(Func<FakeRequest, HttpResponseMessage> answer, DownloadDriveOptions? options = null, Action<CloudSigmaClientOptions>? change = null) where T : Exception
    {
        var error = await Assert.ThrowsAsync<T>(() => DownloadAsync(answer, null, options, change));
        Assert.Empty(Directory.EnumerateFiles(_folder));
        return error;
    }

    private void AssertFile() => Assert.Equal(_bytes, System.IO.File.ReadAllBytes(File));

    [Fact]
    public async Task A_range_answered_with_the_whole_file()
    {
        await DownloadAsync(_ => Whole());

        AssertFile();
    }

    [Fact]
    public async Task A_range_in_the_middle_answered_with_the_whole_file()
    {
        var asked = 0;
        using var memory = new MemoryStream();

        await DownloadAsync(
            request => ++asked == 1 ? FakeHandler.Body(new BrokenStream(_bytes[..150_000], new IOException("reset")), "application/octet-stream") : Whole(), DownloadTarget.ToStream(memory));

        Assert.Equal(_bytes, memory.ToArray());
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Ranges_at_the_same_time_answered_with_the_whole_file()
    {
        var length = 200L << 20;
        var asked = 0;

        var download = await DownloadAsync(
            _ =>
            {
                Interlocked.Increment(ref asked);
                return FakeHandler.Body(new ZeroStream(length), "application/octet-stream");
            },
            options: new DownloadDriveOptions { Parallelism = 4, ComputeSha256 = false }, length: length);

        Assert.Equal(length, new FileInfo(File).Length);
        Assert.Equal(length, download.Length);
        Assert.InRange(asked, 2, 5);
    }

    [Fact]
    public async Task Ranges_of_other_bytes_than_asked_for()
    {
        await FailsAsync<TransferIntegrityException>(_ => Part(1, Length - 1));
        await FailsAsync<TransferIntegrityException>(_ => Part(0, 10, bytes: _bytes[..11], total: Length * 2));
        await FailsAsync<TransferException>(_ => FakeHandler.Bytes(_bytes, "application/octet-stream", HttpStatusCode.PartialContent));
    }

    [Fact]
    public async Task Ranges_shorter_than_asked_for_are_put_together()
    {
        await DownloadAsync(request => Start(request) is var start ? Part(start, Math.Min(start + 70_000, Length) - 1, total: null) : null!);

        AssertFile();
    }

    [Fact]
    public async Task Fewer_bytes_than_announced()
    {
        // Each answer breaks off; the next one goes on.
        await DownloadAsync(request => Start(request) is var start && start < 150_000
            ? Part(start, Length - 1, bytes: _bytes[(int)start..(int)Math.Min(start + 70_000, Length - 1)])
            : Part(start, Length - 1));

        AssertFile();
    }

    [Fact]
    public async Task Fewer_bytes_than_the_drive_has()
    {
        var error = await FailsAsync<TransferIntegrityException>(_ => FakeHandler.Bytes(_bytes[..100_000], "application/octet-stream"));

        Assert.Contains("100000", error.Message, StringComparison.Ordinal);
        Assert.Contains("200000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_that_is_rounded_to_a_kibibyte()
    {
        var download = await DownloadAsync(_ => FakeHandler.Bytes(_bytes[..(Length - 500)], "application/octet-stream"));

        Assert.Equal(Length - 500, download.Length);
        Assert.Equal(_bytes[..(Length - 500)], await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task More_bytes_than_the_drive_has()
    {
        await FailsAsync<TransferIntegrityException>(_ => FakeHandler.Bytes([.. _bytes, .. new byte[5000]], "application/octet-stream"));
        // The same without a length, as with chunked encoding.
        await FailsAsync<TransferIntegrityException>(_ =>
        {
            return FakeHandler.Body(new UnknownLengthStream([.. _bytes, 1]), "application/octet-stream");
        });
    }

    [Fact]
    public async Task No_length_at_all()
    {
        await DownloadAsync(_ => FakeHandler.Body(new UnknownLengthStream(_bytes), "application/octet-stream"));

        AssertFile();
    }

    [Fact]
    public async Task Nothing_at_that_place()
    {
        await FailsAsync<TransferIntegrityException>(_ =>
        {
            var response = FakeHandler.Bytes([], "text/html", HttpStatusCode.RequestedRangeNotSatisfiable);
            response.Content.Headers.ContentRange = new ContentRangeHeaderValue(100);
            return response;
        });
        await FailsAsync<TransferException>(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task A_compressed_answer()
    {
        await FailsAsync<TransferException>(_ =>
        {
            var response = Whole();
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        });
    }

    [Fact]
    public async Task Another_version_in_the_middle()
    {
        var asked = 0;
        var ranges = new List<string?>();
        HttpResponseMessage Answer(FakeRequest request)
        {
            ranges.Add(request.Headers.GetValueOrDefault("If-Range"));
            var start = Start(request);
            var response = ++asked == 1 ? Part(start, Length - 1, bytes: _bytes[..70_000]) : Part(start, Length - 1);
            response.Headers.ETag = new EntityTagHeaderValue(asked < 2 ? "\"one\"" : "\"two\"");
            return response;
        }

        // Also a run that could be resumed has nothing to go on with.
        var error = await FailsAsync<TransferIntegrityException>(Answer, new DownloadDriveOptions { Parallelism = 1, Resume = true });

        Assert.Contains("has changed", error.Message, StringComparison.Ordinal);
        Assert.Equal([null, "\"one\""], ranges);
    }

    [Fact]
    public async Task Redirects_take_no_credential_to_another_host_and_end_somewhere()
    {
        var seen = new List<(Uri Uri, bool HasCredential)>();
        HttpResponseMessage Redirect(string location) => new(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };
        HttpResponseMessage Answer(FakeRequest request)
        {
            seen.Add((request.Uri, request.Headers.ContainsKey("Authorization")));
            return request.Uri.AbsolutePath switch
            {
                "/elsewhere" => Redirect("http://127.0.0.1:8010/api/2.0/back"),
                "/api/2.0/back" => Whole(),
                _ => Redirect("http://localhost:9/elsewhere"),
            };
        }

        await DownloadAsync(Answer);

        AssertFile();
        Assert.Equal([true, false, true], seen.Select(static s => s.HasCredential));
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        var asked = 0;

        await FailsAsync<TransferException>(_ =>
        {
            asked++;
            return new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/api/2.0/again", UriKind.Relative) } };
        });

        Assert.Equal(6, asked);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_not_followed()
    {
        var asked = 0;

        var error = await FailsAsync<TransferException>(
            _ =>
            {
                asked++;
                return new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://example.com/image") } };
            },
            change: static o => o.Endpoint = new Uri("https://zrh.cloudsigma.com/api/2.0/"));

        Assert.Contains("from https to http", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("../../evil.img", "evil.img")]
    [InlineData("/tmp/evil.img", "evil.img")]
    [InlineData("..", null)]
    [InlineData(".profile", null)]
    public async Task A_name_of_the_server_is_never_a_path(string suggested, string? expected)
    {
        var download = await DownloadAsync(
            request =>
            {
                var response = request.Headers.TryGetValue("Range", out var range) && range == "bytes=0-0" ? Part(0, 0) : Whole();
                response.Content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename=\"{suggested}\"");
                return response;
            },
            DownloadTarget.ToDirectory(_folder));

        Assert.Equal(Path.Combine(_folder, expected ?? TestClient.Uuid.ToString()), download.Path);
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task A_refusal_is_the_error_of_the_api()
    {
        var error = await FailsAsync<PermissionDeniedException>(_ => FakeHandler.Json("""[{"error_type":"permission","error_message":"no","error_point":null}]""", HttpStatusCode.Forbidden));

        Assert.Equal("download", error.OperationId);
    }
}
