import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says of each file what it thinks of the signatures in it: `java Validate.java <folder of .crt and .crl> <file> …` prints a line a file,
 * of each signature its indication (TOTAL_PASSED, INDETERMINATE, TOTAL_FAILED), its sub-indication and what it covers.
 */
public class Validate {
  public static void main(String[] args) throws Exception {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    List<InputStream> lists = new ArrayList<>();
    for (File file : new File(args[0]).listFiles()) {
      if (file.getName().endsWith(".crt")) trusted.addCertificate(DSSUtils.loadCertificate(file));
      if (file.getName().endsWith(".crl")) lists.add(new FileInputStream(file));
    }
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    if (!lists.isEmpty()) verifier.setCrlSource(new ExternalResourcesCRLSource(lists.toArray(new InputStream[0])));
    for (String path : Arrays.asList(args).subList(1, args.length)) {
      SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(path));
      validator.setCertificateVerifier(verifier);
      SimpleReport report = validator.validateDocument().getSimpleReport();
      List<String> said = new ArrayList<>();
      for (String id : report.getSignatureIdList()) {
        String scopes = String.join("+", report.getSignatureScopes(id).stream().map((scope) -> scope.getScope().name()).toList());
        said.add(report.getIndication(id) + " " + report.getSubIndication(id) + " " + scopes);
      }
      System.out.println("VERDICT " + new File(path).getName() + " " + String.join(" | ", said));
    }
  }
}
