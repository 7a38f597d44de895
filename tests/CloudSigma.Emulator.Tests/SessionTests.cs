// Sessions: login, cookies, the guard against forged requests, expiry and the second factor.
using System.Text.RegularExpressions;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class SessionTests
{
    private const string Drive = """{"name":"d","media":"disk","size":1073741824}""";

    public abstract class SessionTest : EmulatorTest
    {
        protected SessionCaller Caller { get; private set; } = null!;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Caller = new SessionCaller(Cloud);
        }
    }

    public sealed class Login : SessionTest
    {
        [Fact]
        public async Task A_login_sets_the_two_documented_cookies_and_names_the_user()
        {
            var answer = (await Caller.LoginAsync()).Is(200);
            Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), answer.Uuid);
            var cookies = SessionCaller.SetCookies(answer.Message);
            Assert.Matches(new Regex("^csrftoken=[0-9a-f]{32}; Max-Age=31449600; Path=/$"), cookies[0]);
            Assert.Matches(new Regex("^sessionid=[0-9a-f]{32}; HttpOnly; Max-Age=1209600; Path=/$"), cookies[1]);
            Assert.Equal("user@example.com", Cloud.Requests[^1].Account);
            (await Caller.SendAsync("GET", "drives/")).Is(200);
            Assert.Equal("session", Cloud.Requests[^1].Scheme);
        }

        [Fact]
        public async Task Wrong_data_get_401_and_no_cookies()
        {
            foreach (var answer in (Answer[])[await Caller.LoginAsync(password: "wrong"), await Caller.LoginAsync(name: "nobody@example.com")])
                Assert.Empty(SessionCaller.SetCookies(answer.Refused(401, "permission").Message));
            (await Caller.ActAsync("login")).Refused(400, "validation", "username");
            (await Caller.ActAsync("login", """{"username":"user@example.com","password":1}""")).Refused(400, "validation", "password");
        }

        [Fact]
        public async Task Check_login_tells_whether_there_is_a_session()
        {
            (await Caller.ActAsync("check_login")).Refused(401, "permission");
            (await Caller.ActAsync("check_login_with_return_uuid")).Refused(401, "permission");
            await Caller.LoginAsync();
            Assert.Equal("", (await Caller.ActAsync("check_login")).Is(200).Text);
            Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), (await Caller.ActAsync("check_login_with_return_uuid", """{"username":"a","password":"b"}""")).Is(200).Uuid);
            (await SendAsync(Client, "POST", "accounts/action/?do=check_login", "{}")).Refused(401, "permission");
        }

        [Fact]
        public async Task A_logout_ends_the_session_and_takes_the_cookies_away()
        {
            await Caller.LoginAsync();
            var kept = Caller.Cookies.ToArray();
            (await Caller.ActAsync("logout")).Is(200);
            Assert.Empty(Caller.Cookies);
            foreach (var (name, value) in kept) Caller.Cookies[name] = value;
            (await Caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            (await Caller.ActAsync("logout")).Refused(401, "permission");
        }

        [Fact]
        public async Task The_notification_cookie_has_the_documented_form_for_every_scheme()
        {
            await Caller.LoginAsync();
            var bySession = await Caller.ActAsync("authenticate_asynchronous");
            var byBasic = await SendAsync(Client, "POST", "accounts/action/?do=authenticate_asynchronous", "{}");
            foreach (var answer in (Answer[])[bySession.Is(200), byBasic.Is(200)])
            {
                Assert.Equal("{}", answer.Text);
                var match = Regex.Match(
                    Assert.Single(SessionCaller.SetCookies(answer.Message)), "^async_auth=(?<uuid>[A-Za-z0-9+/=]+)\\|1767323045\\|[0-9a-f]{40}; Max-Age=120; Path=/$");
                Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(match.Groups["uuid"].Value)));
            }

            using var nobody = new SessionCaller(Cloud);
            (await nobody.ActAsync("authenticate_asynchronous")).Refused(401, "permission");
        }

        [Fact]
        public async Task Two_sessions_of_an_account_do_not_disturb_each_other()
        {
            using var other = new SessionCaller(Cloud);
            await Caller.LoginAsync();
            await other.LoginAsync();
            (await other.ActAsync("logout")).Is(200);
            (await Caller.SendAsync("GET", "drives/")).Is(200);
        }

        [Fact]
        public async Task The_address_takes_post_only_and_known_actions_only()
        {
            (await Caller.SendAsync("GET", "accounts/action/?do=login")).Refused(405, "permission");
            Assert.Equal("POST", (await Caller.SendAsync("OPTIONS", "accounts/action/")).Is(200).Text);
            (await Caller.ActAsync("fly")).Refused(400, "validation", "do");
            (await Caller.SendAsync("POST", "accounts/action/", "{}")).Refused(400, "validation", "do");
        }
    }

    public sealed class Forgery : SessionTest
    {
        [Theory]
        [InlineData(null)]
        [InlineData("")]
        [InlineData("00000000000000000000000000000000")]
        public async Task A_write_needs_the_token_of_the_cookie(string? token)
        {
            await Caller.LoginAsync();
            Caller.Csrf = token;
            foreach (var (method, path) in ((string, string)[])[("POST", "drives/"), ("PUT", "profile/"), ("DELETE", "drives/x/"), ("POST", "accounts/action/?do=logout")])
                Assert.Contains("CSRF", (await Caller.SendAsync(method, path, Drive)).Refused(403, "permission").Text, StringComparison.Ordinal);
            (await Caller.SendAsync("GET", "drives/")).Is(200);
            (await Caller.SendAsync("OPTIONS", "drives/")).Is(200);
            Caller.Csrf = "cookie";
            (await Caller.SendAsync("POST", "drives/", Drive)).Is(201);
        }

        [Fact]
        public async Task A_token_without_the_cookie_is_refused()
        {
            await Caller.LoginAsync();
            Caller.Csrf = Caller.Cookies["csrftoken"];
            Caller.Cookies.Remove("csrftoken");
            (await Caller.SendAsync("POST", "drives/", Drive)).Refused(403, "permission");
        }

        [Theory]
        [InlineData("api/2.0/", true)]
        [InlineData("api/2.0", true)]
        [InlineData("api/2.0/drives/", true)]
        [InlineData("", false)]
        [InlineData("api/1.0/", false)]
        public async Task A_referer_has_to_name_the_api(string path, bool accepted)
        {
            await Caller.LoginAsync();
            Caller.Referer = new Uri(Cloud.Endpoint, "/" + path).ToString();
            var answer = await Caller.SendAsync("POST", "drives/", Drive);
            if (accepted) answer.Is(201);
            else Assert.Contains("CSRF", answer.Refused(403, "permission").Text, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_referer_of_another_host_is_refused()
        {
            await Caller.LoginAsync();
            Caller.Referer = "http://example.com/api/2.0/";
            (await Caller.SendAsync("POST", "drives/", Drive)).Refused(403, "permission");
        }

        [Fact]
        public async Task Other_schemes_need_no_token() => await DriveAsync();
    }

    public sealed class Expiry : SessionTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Authentication = new() { SessionLifetime = TimeSpan.FromMinutes(10) };

        [Fact]
        public async Task A_session_ends_in_emulator_time()
        {
            await Caller.LoginAsync();
            Wait(599);
            (await Caller.SendAsync("GET", "drives/")).Is(200);
            Wait(1);
            (await Caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            (await Caller.LoginAsync()).Is(200);
            (await Caller.SendAsync("GET", "drives/")).Is(200);
        }

        [Fact]
        public async Task Tests_can_end_all_sessions()
        {
            await Caller.LoginAsync();
            (await SendAsync(Client, "POST", "/_emulator/sessions/expire")).Is(204);
            (await Caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            await Caller.LoginAsync();
            Cloud.ExpireSessions();
            (await Caller.ActAsync("check_login")).Refused(401, "permission");
        }
    }

    public sealed class SecondFactor : SessionTest
    {
        private static readonly EmulatorAccount Guarded = new("two@example.com", "secret") { OneTimePassword = "123456", Token = "tok-2" };

        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Accounts = [Guarded];

        [Fact]
        public async Task Basic_and_digest_are_refused_by_name()
        {
            Assert.Contains("two-factor", (await GetAsync("drives/")).Refused(403, "permission").Text, StringComparison.Ordinal);
            using var client = NewClient(Cloud, account: null);
            var caller = DigestCaller.From(await SendAsync(client, "GET", "drives/"), Guarded);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", caller.Header("GET", "/api/2.0/drives/"));
            Assert.Contains("two-factor", (await SendAsync(client, "GET", "drives/")).Refused(403, "permission").Text, StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_wrong_password_is_told_from_a_missing_second_factor()
        {
            using var client = NewClient(Cloud, new EmulatorAccount("two@example.com", "wrong"));
            (await SendAsync(client, "GET", "drives/")).Refused(401, "permission");
        }

        [Fact]
        public async Task A_session_is_good_for_nothing_until_the_code_is_given()
        {
            var login = (await Caller.LoginAsync("two@example.com")).Is(200);
            Assert.Equal("""{"two_factor":true}""", login.Text);
            (await Caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            (await Caller.ActAsync("check_login")).Refused(401, "permission");
            (await Caller.ActAsync("authenticate_asynchronous")).Refused(401, "permission");
            (await Caller.ActAsync("verify_otp", """{"otp":"000000"}""")).Refused(401, "permission");
            (await Caller.ActAsync("verify_otp")).Refused(400, "validation", "otp");
            (await Caller.SendAsync("GET", "drives/")).Refused(401, "permission");
            Assert.Equal(Guarded.Uuid.ToString(), (await Caller.ActAsync("verify_otp", """{"otp":"123456"}""")).Is(200).Uuid);
            (await Caller.SendAsync("POST", "drives/", Drive)).Is(201);
            (await Caller.ActAsync("check_login")).Is(200);
        }

        [Fact]
        public async Task The_code_needs_the_session_and_its_token()
        {
            (await Caller.ActAsync("verify_otp", """{"otp":"123456"}""")).Refused(401, "permission");
            await Caller.LoginAsync("two@example.com");
            Caller.Csrf = null;
            (await Caller.ActAsync("verify_otp", """{"otp":"123456"}""")).Refused(403, "permission");
        }

        [Fact]
        public async Task The_token_of_the_account_needs_no_second_factor()
        {
            using var client = NewClient(Cloud, account: null);
            client.DefaultRequestHeaders.Authorization = new("Bearer", "tok-2");
            (await SendAsync(client, "GET", "drives/")).Is(200);
        }
    }
}
