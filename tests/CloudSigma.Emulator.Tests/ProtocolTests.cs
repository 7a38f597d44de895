// HTTP: credentials, addresses, methods, formats, compression and the request log.
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class ProtocolTests
{
    public sealed class Credentials : EmulatorTest
    {
        private static readonly EmulatorAccount Second = new("second@example.com", "geheim:mit:ü");

        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Accounts = [EmulatorAccount.WellKnown, Second];

        [Theory]
        [InlineData(null)]
        [InlineData("Basic")]
        [InlineData("Basic %%%")]
        [InlineData("Basic dXNlckBleGFtcGxlLmNvbTp3cm9uZw==")]
        [InlineData("Bearer token")]
        public async Task Missing_or_wrong_credentials_get_401_and_a_challenge(string? header)
        {
            using var client = NewClient(Cloud, account: null);
            if (header is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
            var answer = (await SendAsync(client, "GET", "drives/")).Refused(401, "permission");
            Assert.Equal(["Digest", "Basic"], answer.Message.Headers.WwwAuthenticate.Select(static challenge => challenge.Scheme));
        }

        [Fact]
        public async Task Accounts_do_not_see_each_other()
        {
            var uuid = await DriveAsync();
            using var other = NewClient(Cloud, Second);
            Assert.Empty((await SendAsync(other, "GET", "drives/")).Objects);
            (await SendAsync(other, "GET", $"drives/{uuid}/")).Refused(404, "notexist");
            (await SendAsync(other, "DELETE", $"drives/{uuid}/")).Refused(404, "notexist");
            Assert.Equal("second@example.com", (string?)(await SendAsync(other, "GET", "profile/")).Json["email"]);
        }

        [Theory]
        [InlineData("locations/")]
        [InlineData("capabilities/")]
        public async Task Some_addresses_are_open(string path)
        {
            using var client = NewClient(Cloud, account: null);
            (await SendAsync(client, "GET", path)).Is(200);
        }
    }

    public sealed class Addresses : EmulatorTest
    {
        [Theory]
        [InlineData("GET", "nothing/", 404, "notexist")]
        [InlineData("GET", "drives/1/2/3/", 404, "notexist")]
        [InlineData("GET", "locations/ZRH/", 404, "notexist")]
        [InlineData("GET", "locations/schema/", 404, "notexist")]
        [InlineData("GET", "profile/detail/", 404, "notexist")]
        [InlineData("PATCH", "drives/", 405, "permission")]
        [InlineData("DELETE", "profile/", 405, "permission")]
        [InlineData("POST", "jobs/", 405, "permission")]
        [InlineData("POST", "drives/detail/", 405, "permission")]
        [InlineData("PUT", "drives/schema/", 405, "permission")]
        [InlineData("GET", "drives/x/action/?do=clone", 405, "permission")]
        public async Task What_is_not_there_is_refused_in_the_form_of_the_api(string method, string path, int status, string type)
        {
            var answer = (await SendAsync(Client, method, path)).Refused(status, type);
            Assert.Equal(status == 405, answer.Message.Content.Headers.Allow.Count > 0);
        }

        [Fact]
        public async Task Outside_the_api_there_is_nothing()
        {
            (await GetAsync("/")).Refused(404, "notexist");
            (await GetAsync("/api/1.0/drives/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task An_action_needs_a_known_name()
        {
            var uuid = await DriveAsync();
            (await PostAsync($"drives/{uuid}/action/", new JsonObject())).Refused(400, "validation", "do");
            (await ActAsync("drives", uuid, "fly")).Refused(400, "validation", "do");
            (await ActAsync("drives", Guid.NewGuid().ToString(), "clone")).Refused(404, "notexist");
        }

        [Fact]
        public async Task An_action_takes_an_empty_body() =>
            (await SendAsync(Client, "POST", $"drives/{await DriveAsync()}/action/?do=clone")).Is(202);

        [Fact]
        public async Task The_last_slash_may_be_missing()
        {
            var uuid = await DriveAsync();
            foreach (var path in (string[])["drives", "drives/detail", $"drives/{uuid}", "drives/schema"])
                Assert.Equal((await GetAsync(path + "/")).Text, (await GetAsync(path)).Is(200).Text);
        }

        [Theory]
        [InlineData("servers/", "GET,PUT,DELETE,POST")]
        [InlineData("drives/", "GET,PUT,DELETE,POST")]
        [InlineData("jobs/", "GET")]
        [InlineData("profile/", "GET,PUT")]
        public async Task Options_lists_the_methods_as_text(string path, string methods)
        {
            var answer = (await SendAsync(Client, "OPTIONS", path)).Is(200);
            Assert.Equal(methods, answer.Text);
        }
    }

    public sealed class Formats : EmulatorTest
    {
        [Theory]
        [InlineData("drives/", "application/json", 200)]
        [InlineData("drives/", "application/xml, application/json", 200)]
        [InlineData("drives/", "text/html, */*", 200)]
        [InlineData("drives/", "application/xml, */*", 406)]
        [InlineData("drives/", "application/xml", 406)]
        [InlineData("drives/", "text/html", 406)]
        [InlineData("drives/?format=json", "application/xml", 200)]
        [InlineData("drives/?format=xml", "application/json", 406)]
        [InlineData("drives/?format=xml&format=json", "application/json", 200)]
        public async Task Accept_and_format_choose_json_or_nothing(string path, string accept, int status)
        {
            Client.DefaultRequestHeaders.Accept.ParseAdd(accept);
            var answer = await GetAsync(path);
            if (status == 406) answer.Refused(406, "validation");
            else Assert.Equal("application/json; charset=utf-8", answer.Is(200).Message.Content.Headers.ContentType!.ToString());
        }

        [Fact]
        public async Task Every_answer_has_a_request_id_of_its_own()
        {
            var ids = new HashSet<string>();
            foreach (var path in (string[])["drives/", "nothing/", "drives/"])
                Assert.True(ids.Add((await GetAsync(path)).Message.Headers.GetValues("X-REQUEST-ID").Single()));
        }

        [Fact]
        public async Task Long_answers_are_compressed_when_asked_and_short_ones_are_not()
        {
            Client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var response = await Client.GetAsync("libdrives/?limit=10");
            Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
            await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            Assert.Equal(10, (await JsonNode.ParseAsync(gzip))!["objects"]!.AsArray().Count);
            using var brief = await Client.GetAsync("drives/");
            Assert.Empty(brief.Content.Headers.ContentEncoding);
        }

        [Theory]
        [InlineData("drives/")]
        [InlineData("libdrives/")]
        [InlineData("capabilities/")]
        public async Task Header_and_body_arrive_in_one_read(string path)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(Cloud.Endpoint.Host, Cloud.Endpoint.Port);
            var credentials = Convert.ToBase64String("user@example.com:secret"u8);
            var stream = socket.GetStream();
            var buffer = new byte[256 * 1024];
            for (var i = 0; i < 20; i++)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/2.0/{path} HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {credentials}\r\n\r\n"));
                var length = await stream.ReadAsync(buffer);
                var text = Encoding.UTF8.GetString(buffer, 0, length);
                var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
                Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n", text, StringComparison.Ordinal);
                Assert.NotNull(JsonNode.Parse(body)!["meta"] ?? JsonNode.Parse(body)!["hosts"]);
            }
        }

        [Fact]
        public async Task A_body_in_xml_is_refused()
        {
            using var content = new StringContent("<drive/>", Encoding.UTF8, "application/xml");
            using var response = await Client.PostAsync("drives/", content);
            Assert.Equal(400, (int)response.StatusCode);
        }
    }

    public sealed class Log : EmulatorTest
    {
        [Fact]
        public async Task Each_request_leaves_a_line()
        {
            await GetAsync("drives/?limit=1");
            var line = Assert.Single(Cloud.Requests);
            Assert.Equal(("GET", "/api/2.0/drives/", "?limit=1", 200, "user@example.com"), (line.Method, line.Path, line.Query, line.Status, line.Account));
            Assert.Equal(Clock.GetUtcNow(), line.StartedAt);
            Assert.Empty(line.Warnings);
            Cloud.ClearRequests();
            Assert.Empty(Cloud.Requests);
        }

        [Fact]
        public async Task Unknown_parameters_and_members_are_ignored_with_a_warning()
        {
            (await GetAsync("drives/?colour=red&fields=uuid,colour")).Is(200);
            Assert.Equal(["Unknown query parameter \"colour\" was ignored.", "Unknown member in fields \"colour\" was ignored."], Cloud.Requests[^1].Warnings);
            (await PostAsync("servers/", With(NewServer(), ("colour", "red"), ("nics", new JsonArray(new JsonObject { ["colour"] = 1 }))))).Is(201);
            Assert.Equal(["Unknown member \"nics.colour\" was ignored.", "Unknown member \"colour\" was ignored."], Cloud.Requests[^1].Warnings);
        }

        [Fact]
        public async Task Only_the_last_thousand_are_kept()
        {
            for (var i = 0; i < 1001; i++) await GetAsync($"drives/?limit={i}");
            Assert.Equal(1000, Cloud.Requests.Count);
            Assert.Equal("?limit=1", Cloud.Requests[0].Query);
        }
    }

    public sealed class Strict : EmulatorTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Strict = true;

        [Fact]
        public async Task Unknown_parameters_and_members_are_refused_by_name()
        {
            var answer = (await GetAsync("drives/?colour=red")).Refused(400, "validation", "colour");
            Assert.Contains("Strict (--strict)", answer.Text, StringComparison.Ordinal);
            (await PostAsync("drives/", With(NewDrive(), ("colour", "red")))).Refused(400, "validation", "colour");
            (await ActAsync("drives", await DriveAsync(), "clone", new JsonObject { ["colour"] = 1 })).Refused(400, "validation", "colour");
            (await GetAsync("drives/?fields=colour")).Refused(400, "validation", "colour");
        }

        [Fact]
        public async Task What_get_returns_is_known()
        {
            var uuid = await DriveAsync();
            (await PutAsync($"drives/{uuid}/", (await GetAsync($"drives/{uuid}/")).Json)).Is(200);
        }
    }
}
