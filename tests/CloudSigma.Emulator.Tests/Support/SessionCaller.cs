// A client that keeps the cookies of a login by hand, so that tests see and spoil each of them.
namespace CloudSigma.Emulator.Tests.Support;

public sealed class SessionCaller(CloudSigmaEmulator cloud) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = cloud.Endpoint };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The header X-CSRFToken; null sends none, and "cookie" repeats the cookie.</summary>
    public string? Csrf { get; set; } = "cookie";

    public string? Referer { get; set; }

    public async Task<Answer> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}")));
        var token = Csrf == "cookie" ? Cookies.GetValueOrDefault("csrftoken") : Csrf;
        if (token is not null) request.Headers.Add("X-CSRFToken", token);
        if (Referer is not null) request.Headers.Add("Referer", Referer);
        var response = await _client.SendAsync(request);
        foreach (var cookie in SetCookies(response))
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) Cookies.Remove(pair[0]);
            else Cookies[pair[0]] = pair[1];
        }

        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> ActAsync(string action, string body = "{}") => SendAsync("POST", $"accounts/action/?do={action}", body);

    public Task<Answer> LoginAsync(string name = "user@example.com", string password = "secret") =>
        ActAsync("login", $$"""{"username":"{{name}}","password":"{{password}}"}""");

    public static string[] SetCookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];

    public void Dispose() => _client.Dispose();
}
