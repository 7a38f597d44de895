// The raw code that the SDK is measured against: HttpClient and System.Text.Json, the same handler settings, the same headers.
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CloudSigma.Sdk.Benchmarks.HandWritten;

internal sealed class HandWrittenClient : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly string _authorization;

    public HandWrittenClient(Uri endpoint, string username, string password)
    {
        // The timeout of the HttpClient is left at its 100 seconds, which is also the deadline of the SDK.
        _httpClient = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        { BaseAddress = endpoint };
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }

    public async Task<ServerModel?> GetServerAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"servers/{uuid:D}/"));
        AddHeaders(request);
        using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(stream, HandWrittenJson.Default.ServerModel, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The whole list in one answer and one object, as the shortest code does it.</summary>
    public async Task<List<DriveModel>> ListDrivesAsync(CancellationToken cancellationToken = default)
    {
        var list = await _httpClient.GetFromJsonAsync("drives/detail/?limit=0", HandWrittenJson.Default.DriveListModel, cancellationToken).ConfigureAwait(false);
        return list!.Objects!;
    }

    public void Dispose() => _httpClient.Dispose();

    private void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("User-Agent", "CloudSigma.Sdk/0.1.0");
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
    }
}
