using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Transfers;

/// <summary>Where images go, with which credential, and what is made of the answers.</summary>
public class UploadHostTests
{
    private static readonly byte[] Image = new byte[3000];

    private static string Locations(string api, string upload) =>
        $$"""{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"id":"X","api_endpoint":"{{api}}","upload_url":"{{upload}}"}]}""";

    private static string Drive(string status = "unmounted", string more = "") =>
        $$"""{"uuid":"{{TestClient.Uuid}}","name":"d","media":"disk","size":{{Image.Length}},"status":"{{status}}"{{more}}}""";

    /// <summary>Uploads by one request and returns all requests; the answers to others than the upload are the usual ones.</summary>
    private static async Task<IReadOnlyList<FakeRequest>> UploadAsync(
        Uri endpoint, string locations, Action<CloudSigmaClientOptions>? change = null, HttpResponseMessage? answer = null, UploadStrategy strategy = UploadStrategy.Raw)
    {
        var handler = new FakeHandler(request => request.Uri.AbsolutePath switch
        {
            var path when path.EndsWith("/locations/", StringComparison.Ordinal) => FakeHandler.Json(locations),
            var path when path.EndsWith("/drives/upload/", StringComparison.Ordinal) => answer ?? FakeHandler.Text(TestClient.Uuid.ToString(), "text/plain"),
            var path when path.EndsWith("/initupload/", StringComparison.Ordinal) => FakeHandler.Json($$"""{"objects":[{{Drive("uploading")}}]}""", HttpStatusCode.Created),
            var path when path.EndsWith("/action/", StringComparison.Ordinal) => FakeHandler.Json("""{"link":"/api/2.0/secret-link/"}"""),
            var path when path.EndsWith("/secret-link/", StringComparison.Ordinal) => FakeHandler.Json("{}"),
            _ => FakeHandler.Json(Drive()),
        });
        using var client = TestClient.Create(handler, o =>
        {
            o.Endpoint = endpoint;
            change?.Invoke(o);
        });
        await client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(Image)), new UploadDriveOptions { Name = "d", Strategy = strategy });
        return handler.Requests;
    }

    private static Uri UploadOf(IReadOnlyList<FakeRequest> requests) => Assert.Single(requests, static r => r.Uri.AbsolutePath.EndsWith("/drives/upload/", StringComparison.Ordinal)).Uri;

    [Fact]
    public async Task The_upload_host_is_what_the_location_of_the_endpoint_says()
    {
        var requests = await UploadAsync(new Uri("https://zrh.cloudsigma.com/api/2.0/"), Locations("https://zrh.cloudsigma.com/api/2.0/", "https://up.example.com/api/2.0/"));

        Assert.Equal(new Uri("https://up.example.com/api/2.0/drives/upload/"), UploadOf(requests));
    }

    [Theory]
    [InlineData("https://zrh.cloudsigma.com/api/2.0/", "https://direct.zrh.cloudsigma.com/api/2.0/drives/upload/")]
    [InlineData("https://cloud.example.com:8443/api/2.0/", "https://direct.cloud.example.com:8443/api/2.0/drives/upload/")]
    [InlineData("https://direct.zrh.cloudsigma.com/api/2.0/", "https://direct.zrh.cloudsigma.com/api/2.0/drives/upload/")]
    [InlineData("http://127.0.0.1:8010/api/2.0/", "http://127.0.0.1:8010/api/2.0/drives/upload/")]
    [InlineData("http://localhost:8010/api/2.0/", "http://localhost:8010/api/2.0/drives/upload/")]
    public async Task A_location_that_is_not_in_the_list_has_direct_in_front(string endpoint, string upload)
    {
        var requests = await UploadAsync(new Uri(endpoint), Locations("https://gva.cloudsigma.com/api/2.0/", "https://direct.gva.cloudsigma.com/api/2.0/"));

        Assert.Equal(new Uri(upload), UploadOf(requests));
    }

    [Fact]
    public async Task An_address_of_the_options_is_taken_without_asking()
    {
        var requests = await UploadAsync(new Uri("https://zrh.cloudsigma.com/api/2.0/"), "{}", static o => o.UploadEndpoint = new Uri("https://mine.example.com/api/2.0"));

        Assert.Equal(new Uri("https://mine.example.com/api/2.0/drives/upload/"), UploadOf(requests));
        Assert.DoesNotContain(requests, static r => r.Uri.AbsolutePath.Contains("locations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_credential_never_goes_to_a_host_of_plain_http()
    {
        var error = await Assert.ThrowsAsync<TransferException>(() =>
            UploadAsync(new Uri("https://zrh.cloudsigma.com/api/2.0/"), Locations("https://zrh.cloudsigma.com/api/2.0/", "http://up.example.com/api/2.0/")));

        Assert.Contains("http://up.example.com", error.Message, StringComparison.Ordinal);
        var options = TestClient.Options();
        options.UploadEndpoint = new Uri("http://up.example.com/");
        Assert.Contains("UploadEndpoint", Assert.Throws<ArgumentException>(() => new CloudSigmaClient(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  3d504199-6bac-4612-a19e-691c9c6c6728\r\n")]
    [InlineData("\"3d504199-6bac-4612-a19e-691c9c6c6728\"")]
    [InlineData("3d5041996bac4612a19e691c9c6c6728")]
    public async Task The_answer_to_a_raw_upload_is_a_uuid_in_any_spelling(string text)
    {
        var requests = await UploadAsync(new Uri("http://127.0.0.1:8010/api/2.0/"), "{}", answer: FakeHandler.Text(text, "text/html"));

        Assert.Contains(requests, static r => r.Uri.AbsolutePath.EndsWith($"/drives/{TestClient.Uuid}/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("thank you")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_answer_without_a_uuid_says_what_to_look_for(string text)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => UploadAsync(new Uri("http://127.0.0.1:8010/api/2.0/"), "{}", answer: FakeHandler.Text(text, "text/plain")));

        Assert.Contains("look for the newest one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_gets_the_bytes_and_no_credential()
    {
        var requests = await UploadAsync(new Uri("https://zrh.cloudsigma.com/api/2.0/"), "{}", static o => o.Credential = CloudSigmaCredential.Bearer("a-token"), strategy: UploadStrategy.ChunkLinks);

        var ask = Assert.Single(requests, static r => r.PathAndQuery.EndsWith("?do=upload_chunk", StringComparison.Ordinal));
        Assert.Equal("""{"chunk_number":0,"chunk_size":1048576}""", ask.Body);
        var chunk = Assert.Single(requests, static r => r.Uri.AbsolutePath.EndsWith("/secret-link/", StringComparison.Ordinal));
        Assert.Equal(("https://zrh.cloudsigma.com/api/2.0/secret-link/", "POST"), (chunk.Uri.AbsoluteUri, chunk.Method));
        Assert.False(chunk.Headers.ContainsKey("Authorization"));
        Assert.Equal("""{"name":"d","size":3000,"media":"disk"}""", Assert.Single(requests, static r => r.Uri.AbsolutePath.EndsWith("/initupload/", StringComparison.Ordinal)).Body);
    }

    [Fact]
    public async Task A_form_of_resumable_js_has_the_documented_members()
    {
        var requests = await UploadAsync(new Uri("http://127.0.0.1:8010/api/2.0/"), "{}", strategy: UploadStrategy.Resumable);

        var form = Assert.Single(requests, static r => r.Method == "POST" && r.Uri.AbsolutePath.EndsWith("/upload/", StringComparison.Ordinal)).Body!;
        foreach (var (name, value) in new[] { ("ChunkNumber", "1"), ("ChunkSize", "1048576"), ("TotalSize", "3000"), ("Identifier", "d"), ("Filename", "d") })
            Assert.Contains($"Content-Disposition: form-data; name=\"resumable{name}\"\r\n\r\n{value}\r\n", form, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"blob\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_leads_from_https_to_http_is_not_followed()
    {
        var handler = new FakeHandler(request => request.Uri.AbsolutePath switch
        {
            "/api/2.0/initupload/" => FakeHandler.Json($$"""{"objects":[{{Drive("uploading")}}]}""", HttpStatusCode.Created),
            _ => FakeHandler.Json("""{"link":"http://elsewhere.example.com/chunk/"}"""),
        });
        using var client = TestClient.Create(handler, static o => o.Endpoint = new Uri("https://zrh.cloudsigma.com/api/2.0/"));

        await Assert.ThrowsAsync<InvalidResponseException>(() =>
            client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(Image)), new UploadDriveOptions { Name = "d", Strategy = UploadStrategy.ChunkLinks }));

        Assert.DoesNotContain(handler.Requests, static r => r.Uri.Host == "elsewhere.example.com");
        Assert.Equal("DELETE", handler.Requests[^1].Method);
    }

    [Fact]
    public async Task Another_storage_than_asked_for_ends_the_upload_before_a_byte()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json($$"""{"objects":[{{Drive("uploading", ",\"storage_type\":\"dssd\"")}}]}""", HttpStatusCode.Created));
        using var client = TestClient.Create(handler);

        var error = await Assert.ThrowsAsync<TransferException>(() =>
            client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(Image)), new UploadDriveOptions { Name = "d", StorageType = StorageType.Zadara }));

        Assert.Contains("'dssd', not 'zadara'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["POST", "DELETE"], handler.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task Images_have_a_client_of_their_own_when_there_is_one()
    {
        var requests = new FakeHandler(static _ => FakeHandler.Json(Drive()));
        var transfers = new FakeHandler(static _ => FakeHandler.Text(TestClient.Uuid.ToString(), "text/plain"));
        var options = TestClient.Options();
        options.UploadEndpoint = options.Endpoint;
        using var client = new CloudSigmaClient(options, new HttpClient(requests), new HttpClient(transfers));

        await client.Drives.UploadAsync(UploadSource.FromStream(new MemoryStream(Image)), new UploadDriveOptions { Name = "d", Strategy = UploadStrategy.Raw });

        Assert.Equal("/api/2.0/drives/upload/", Assert.Single(transfers.Requests).PathAndQuery);
        Assert.All(requests.Requests, static r => Assert.EndsWith($"/drives/{TestClient.Uuid}/", r.PathAndQuery, StringComparison.Ordinal));
    }
}
