// An Apache httpd of the test's own: its folder, its port, its process.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Sdk.IntegrationTests.Authentication;

/// <summary>Serves a folder of JSON behind mod_auth_digest, and ends with its process.</summary>
public sealed class ApacheServer : IAsyncDisposable
{
    public const string User = "us\\er \"1\"";
    public const string Password = "pässwörd";
    private const string Program = "/usr/sbin/apache2";
    private const string Modules = "/usr/lib/apache2/modules";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private ApacheServer(DirectoryInfo folder, Process process, int port)
    {
        (_folder, _process) = (folder, process);
        Endpoint = new Uri($"http://127.0.0.1:{port}/api/2.0/");
    }

    /// <summary>Why it cannot be started here; null when it can.</summary>
    public static string? Missing => !File.Exists(Program) ? $"{Program} is not installed (Debian package apache2)"
        : !File.Exists($"{Modules}/mod_auth_digest.so") ? $"{Modules}/mod_auth_digest.so is not there"
        : null;

    public Uri Endpoint { get; }

    public static async Task<ApacheServer> StartAsync(int nonceLifetime = 300)
    {
        var folder = Directory.CreateTempSubdirectory("cloudsigma-apache-");
        var port = FreePort();
        WriteFiles(folder.FullName, port, nonceLifetime);
        var process = Process.Start(new ProcessStartInfo(Program, ["-f", $"{folder.FullName}/httpd.conf", "-DFOREGROUND"]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("Apache did not start.");
        var server = new ApacheServer(folder, process, port);
        try
        {
            await server.WaitUntilOpenAsync(port);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, "www/api/2.0", name));

    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            if (!_process.HasExited)
            {
                // The way that Apache offers: it reads the process id from the file of this instance.
                using var stop = Process.Start(new ProcessStartInfo(Program, ["-f", $"{_folder.FullName}/httpd.conf", "-k", "stop"]) { RedirectStandardError = true })!;
                using var patience = new CancellationTokenSource(Patience);
                try
                {
                    await stop.WaitForExitAsync(patience.Token);
                    await _process.WaitForExitAsync(patience.Token);
                }
                catch (OperationCanceledException)
                {
                    _process.Kill(entireProcessTree: true);
                }
            }
        }

        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WriteFiles(string folder, int port, int nonceLifetime)
    {
        var api = Directory.CreateDirectory($"{folder}/www/api/2.0").FullName;
        Directory.CreateDirectory($"{api}/dav");
        File.WriteAllText($"{api}/item.json", """{"name":"a"}""");
        File.WriteAllText($"{api}/dav/item.json", "{}");
#pragma warning disable CA5351 // The file format of Apache asks for MD5.
        var hash = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{User}:the users:{Password}")));
#pragma warning restore CA5351
        File.WriteAllText($"{folder}/passwords", $"{User}:the users:{hash}\n");
        File.WriteAllText($"{folder}/httpd.conf", Configuration(folder, port, nonceLifetime));
        if (OperatingSystem.IsWindows()) return;
        // Workers of an Apache that root starts run as another user, who has to get at the files.
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            File.SetUnixFileMode(entry, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
                | (entry.Contains("/dav", StringComparison.Ordinal) || entry == folder ? UnixFileMode.OtherWrite : UnixFileMode.None));
        }
    }

    private static string Configuration(string folder, int port, int nonceLifetime) => string.Create(CultureInfo.InvariantCulture, $"""
        ServerRoot "{folder}"
        DefaultRuntimeDir "{folder}"
        PidFile "{folder}/httpd.pid"
        ErrorLog "{folder}/error.log"
        Listen 127.0.0.1:{port}
        ServerName 127.0.0.1
        {(Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}
        {string.Join('\n', new[] { "mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_digest", "dav", "dav_fs" }.Select(m => $"LoadModule {m}_module {Modules}/mod_{m}.so"))}
        StartServers 1
        ServerLimit 1
        ThreadsPerChild 25
        MaxRequestWorkers 25
        KeepAlive On
        MaxKeepAliveRequests 0
        DavLockDB "{folder}/davlock"
        DocumentRoot "{folder}/www"
        <Directory "{folder}/www">
            AuthType Digest
            AuthName "the users"
            AuthDigestProvider file
            AuthUserFile "{folder}/passwords"
            AuthDigestNonceLifetime {nonceLifetime}
            Require valid-user
        </Directory>
        <Directory "{folder}/www/api/2.0/dav">
            Dav On
        </Directory>

        """);

    private async Task WaitUntilOpenAsync(int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"Apache ended at once: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
    }
}
