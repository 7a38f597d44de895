// Makes pairs of keys. They are random also in a cloud with a seed.
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Keypairs;

internal static class KeyMaker
{
    private const string Program = "ssh-keygen";
    private const int RsaBits = 2048;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A new pair: the private key as PEM, the public one as a line of OpenSSH.</summary>
    /// <param name="algorithm"><c>rsa</c> or <c>ed25519</c>.</param>
    /// <exception cref="ApiException">The key cannot be made on this machine; the status is 400.</exception>
    public static (string Private, string Public) Make(string algorithm) => algorithm == "rsa" ? Rsa() : Ed25519();

    private static (string Private, string Public) Rsa()
    {
        using var key = RSA.Create(RsaBits);
        return (key.ExportRSAPrivateKeyPem() + "\n", OpenSshKey.Line(key.ExportParameters(includePrivateParameters: false)));
    }

    // .NET cannot make these keys, OpenSSH can. The directory is readable by this user only.
    private static (string Private, string Public) Ed25519()
    {
        var directory = Directory.CreateTempSubdirectory("keypair-");
        try
        {
            var file = Path.Combine(directory.FullName, "key");
            Run(file);
            return (File.ReadAllText(file), File.ReadAllText(file + ".pub").Trim());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void Run(string file)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardInput.Close();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                throw Impossible($"{Program} did not end");
            }

            if (process.ExitCode != 0) throw Impossible($"{Program} ended with {process.ExitCode}");
        }
        catch (Win32Exception)
        {
            throw Impossible($"{Program} is not installed");
        }
    }

    private static ApiException Impossible(string reason) => ApiException.Validation(
        $"The emulator cannot make an ed25519 key here, as {reason}. Give a public key, or use rsa.", "algorithm_type");
}
