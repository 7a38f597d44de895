// The file that says how much was checked: one line per target framework.
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class ContractSummary
{
    /// <summary>Replaces the line of a framework in <c>artifacts/contract-summary.txt</c>. The runs of several frameworks may write at the same time.</summary>
    public static void Write(string framework, string line)
    {
        var file = Path.Combine(RepositoryRoot.Find(), "artifacts", "contract-summary.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var gate = new Mutex(initiallyOwned: false, "CloudSigma.Sdk.ContractSummary");
        gate.WaitOne();
        try
        {
            var others = File.Exists(file) ? File.ReadAllLines(file).Where(l => l.Length > 0 && !l.StartsWith(framework + ":", StringComparison.Ordinal)) : [];
            File.WriteAllLines(file, others.Append(line).Order(StringComparer.Ordinal));
        }
        finally
        {
            gate.ReleaseMutex();
        }
    }
}
