using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CloudSigma.Sdk.Tests.Client;

public sealed class SourcesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"cloudsigma-{Guid.NewGuid():N}.conf");

    public void Dispose() => File.Delete(_path);

    private static EnvironmentSettings Environment(params (string Name, string Value)[] values) =>
        new(name => values.FirstOrDefault(v => v.Name == name).Value);

    private static IConfiguration Section(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create("CloudSigma:" + v.Key, v.Value))).Build().GetSection("CloudSigma");

    private string WriteFile(string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        File.WriteAllText(_path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_path, mode);
        return _path;
    }

    private static async Task<string> AuthorizationAsync(CloudSigmaCredential? credential)
    {
        var handler = new FakeHandler("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        await TestClient.Create(handler, o => o.Credential = credential).Profile.GetAsync();
        return handler.Requests[0].Headers["Authorization"];
    }

    [Fact]
    public async Task The_environment_gives_user_or_token_and_the_address()
    {
        var user = CloudSigmaClientOptions.FromEnvironment(Environment(("CLOUDSIGMA_USERNAME", "user.email@domain.tld"), ("CLOUDSIGMA_PASSWORD", "pass123"), ("CLOUDSIGMA_LOCATION", "gva"), ("CLOUDSIGMA_ENDPOINT", "")));
        var token = CloudSigmaClientOptions.FromEnvironment(Environment(("CLOUDSIGMA_TOKEN", "t0"), ("CLOUDSIGMA_ENDPOINT", "https://x.example/api/2.0/")));

        Assert.Equal("Basic dXNlci5lbWFpbEBkb21haW4udGxkOnBhc3MxMjM=", await AuthorizationAsync(user.Credential));
        Assert.Equal((CloudSigmaLocation.Geneva, null), (user.Location, user.Endpoint));
        Assert.Equal("Bearer t0", await AuthorizationAsync(token.Credential));
        Assert.Equal("https://x.example/api/2.0/", token.Endpoint?.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "", "", "CLOUDSIGMA_TOKEN, CLOUDSIGMA_USERNAME, CLOUDSIGMA_PASSWORD are not set")]
    [InlineData("me", "", "", "CLOUDSIGMA_PASSWORD is not set")]
    [InlineData("", "hunter2", "", "CLOUDSIGMA_USERNAME is not set")]
    [InlineData("me", "hunter2", "hunter2", "CLOUDSIGMA_TOKEN and also CLOUDSIGMA_USERNAME")]
    [InlineData("a:b", "hunter2", "", "CLOUDSIGMA_USERNAME and CLOUDSIGMA_PASSWORD cannot be used")]
    [InlineData("me", "hunter2\n", "", "CLOUDSIGMA_USERNAME and CLOUDSIGMA_PASSWORD cannot be used")]
    [InlineData("", "", "hunter2\n", "CLOUDSIGMA_TOKEN cannot be used")]
    public void A_bad_environment_is_told_by_the_names_of_its_variables(string user, string password, string token, string message)
    {
        var environment = Environment(("CLOUDSIGMA_USERNAME", user), ("CLOUDSIGMA_PASSWORD", password), ("CLOUDSIGMA_TOKEN", token));
        var error = Assert.Throws<CredentialUnavailableException>(() => CloudSigmaClientOptions.FromEnvironment(environment));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_location_in_the_environment_is_told() => Assert.Contains(
        "'Z R H'",
        Assert.Throws<CredentialUnavailableException>(() => CloudSigmaClientOptions.FromEnvironment(Environment(("CLOUDSIGMA_TOKEN", "t"), ("CLOUDSIGMA_LOCATION", "Z R H")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_file_of_the_python_client_is_read()
    {
        var options = CloudSigmaClientOptions.FromFile(WriteFile(
            "\ufeff# CloudSigma\r\napi_endpoint = https://zrh.cloudsigma.com/api/2.0/ # Zurich\r\nws_endpoint=wss://direct.zrh.cloudsigma.com/websocket\n"
            + "  username = \"user.email@domain.tld\"\npassword = 'pass123'   # quoted\nlogin_method =\n\n[other]\npassword = x\nnonsense\n"));

        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", options.Endpoint?.AbsoluteUri);
        Assert.Equal("Basic dXNlci5lbWFpbEBkb21haW4udGxkOnBhc3MxMjM=", await AuthorizationAsync(options.Credential));
    }

    [Theory]
    [InlineData("p#a\"s's=1", "p#a\"s's=1")]
    [InlineData("\"  a # b  \"", "  a # b  ")]
    [InlineData("a # b", "a")]
    public async Task Passwords_in_the_file_keep_their_signs(string written, string password)
    {
        var options = CloudSigmaClientOptions.FromFile(WriteFile($"username = u\npassword = {written}\n"));

        Assert.Equal(await AuthorizationAsync(CloudSigmaCredential.Basic("u", password)), await AuthorizationAsync(options.Credential));
    }

    [Fact]
    public void The_file_can_ask_for_a_session() =>
        Assert.Equal("Session credential", CloudSigmaClientOptions.FromFile(WriteFile("username = u\npassword = p\nlogin_method = session")).Credential?.ToString());

    [Theory]
    [InlineData("username = u", "username but no password")]
    [InlineData("password = hunter2", "password but no username")]
    [InlineData("# nothing", "has no credential")]
    [InlineData("username = u\npassword = hunter2\nlogin_method = magic", "'magic', but has to be 'basic' or 'session'")]
    [InlineData("username = u\nhunter2", "Line 2 of the file")]
    [InlineData("username = u\npassword = \"hunter2", "Line 2 of the file")]
    [InlineData("password = hunter2\npassword = hunter2", "sets 'password' a second time")]
    [InlineData("username = a:b\npassword = hunter2", "cannot be used")]
    [InlineData("username = u\npassword = hunter2\napi_endpoint = zrh", "api_endpoint in the file")]
    public void A_bad_file_is_told_by_its_path_without_secrets(string text, string message)
    {
        var error = Assert.Throws<CredentialUnavailableException>(() => CloudSigmaClientOptions.FromFile(WriteFile(text)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told()
    {
        Assert.Contains("does not exist", Assert.Throws<CredentialUnavailableException>(() => CloudSigmaClientOptions.FromFile(_path)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<CredentialUnavailableException>(() => CloudSigmaClientOptions.FromFile(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_can_read_gives_a_warning_and_works()
    {
        if (OperatingSystem.IsWindows()) return;
        var warnings = new List<string>();
        CloudSigmaClientOptions.FromFile(WriteFile("username = u\npassword = hunter2"), warnings.Add);
        Assert.Empty(warnings);

        var path = WriteFile("username = u\npassword = hunter2", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        CloudSigmaClientOptions.FromFile(path, warnings.Add);
        CloudSigmaClientOptions.FromFile(path);

        Assert.Contains("chmod 600", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_source_wins_for_the_credential_and_for_the_address()
    {
        var file = WriteFile("username = file\npassword = p\napi_endpoint = https://file.example/api/2.0/");
        var environment = Environment(("CLOUDSIGMA_TOKEN", "env"));

        var all = SettingsChain.Resolve(Section(("Token", "section"), ("Location", "ZRH"), ("PageSize", "7")), environment, file, null);
        var part = SettingsChain.Resolve(Section(("PageSize", "7")), environment, file, null);
        var fileOnly = SettingsChain.Resolve(null, Environment(), file, null);

        Assert.Equal(("Bearer section", CloudSigmaLocation.Zurich, 7), (await AuthorizationAsync(all.Credential), all.Location, all.PageSize));
        Assert.Equal(("Bearer env", "https://file.example/api/2.0/", 7), (await AuthorizationAsync(part.Credential), part.Endpoint?.AbsoluteUri, part.PageSize));
        Assert.StartsWith("Basic ", await AuthorizationAsync(fileOnly.Credential), StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_is_found_all_that_was_looked_at_is_named()
    {
        var message = Assert.Throws<CredentialUnavailableException>(() => SettingsChain.Resolve(Section(), Environment(), _path, null)).Message;
        foreach (var part in new[] { "No credential", "section 'CloudSigma'", "Username, Password", "CLOUDSIGMA_TOKEN", "CLOUDSIGMA_USERNAME", "CLOUDSIGMA_PASSWORD", $"'{_path}' (does not exist)" })
            Assert.Contains(part, message, StringComparison.Ordinal);

        message = Assert.Throws<CredentialUnavailableException>(() => SettingsChain.Resolve(null, Environment(("CLOUDSIGMA_TOKEN", "hunter2")), WriteFile("login_method = basic"), null)).Message;
        foreach (var part in new[] { "No location", "none was given", "CLOUDSIGMA_LOCATION, CLOUDSIGMA_ENDPOINT: not set", "api_endpoint: not set" }) Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_source_is_not_passed_over() =>
        Assert.Throws<CredentialUnavailableException>(() => SettingsChain.Resolve(null, Environment(("CLOUDSIGMA_USERNAME", "u")), WriteFile("username = u\npassword = p"), null));

    [Theory]
    [InlineData("Basic", "Basic credential")]
    [InlineData("digest", "Digest credential")]
    [InlineData("Session", "Session credential")]
    [InlineData("Bearer", "Bearer credential")]
    public void The_section_chooses_the_scheme(string scheme, string credential)
    {
        var options = SettingsChain.Resolve(Section(("Location", "ZRH"), ("Username", "u"), ("Password", "p"), ("Token", "t"), ("Scheme", scheme)), Environment(), _path, null);

        Assert.Equal(credential, options.Credential?.ToString());
    }

    [Theory]
    [InlineData("Username=u;Password=hunter2;Token=hunter2", "CloudSigma:Scheme is missing, although Token and Username are both set")]
    [InlineData("Scheme=Magic;Username=u;Password=hunter2", "CloudSigma:Scheme is 'Magic'")]
    [InlineData("Scheme=Bearer", "CloudSigma:Token is missing")]
    [InlineData("Scheme=Digest", "CloudSigma:Username is missing, although Scheme is set")]
    [InlineData("Token=hunter2 x", "CloudSigma:Token cannot be used")]
    public void A_section_that_does_not_fit_together_is_told_by_its_keys(string values, string message)
    {
        var section = Section([.. values.Split(';').Select(v => v.Split('=')).Select(v => (v[0], (string?)v[1]))]);
        var error = Assert.Throws<OptionsValidationException>(() => SettingsChain.Resolve(section, Environment(), _path, null));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }
}
